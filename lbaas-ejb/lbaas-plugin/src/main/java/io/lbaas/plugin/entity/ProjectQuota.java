package io.lbaas.plugin.entity;

import io.lbaas.plugin.api.QuotaLimits;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** The limits that a project has of its own. */
@Entity
@Table(name = "quota")
public class ProjectQuota {

    @Id
    @Column(name = "project_id")
    private String projectId;

    @Convert(converter = JsonColumn.OfQuota.class)
    private QuotaLimits spec;

    @Version
    private long version;

    protected ProjectQuota() {}

    public ProjectQuota(String projectId, QuotaLimits limits) {
        this.projectId = projectId;
        this.spec = limits;
    }

    public String projectId() {
        return projectId;
    }

    public QuotaLimits limits() {
        return spec;
    }

    public void change(QuotaLimits limits) {
        spec = limits;
    }
}
