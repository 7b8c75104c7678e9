package io.lbaas.plugin.catalog;

import io.lbaas.plugin.api.Amphorae;
import io.lbaas.plugin.api.Query;
import io.lbaas.plugin.list.Rows;
import io.lbaas.plugin.list.Sources;
import io.lbaas.plugin.service.InFaults;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Load balancers on their devices. */
@Stateless
@InFaults
public class AmphoraeBean implements Amphorae {

    @Inject
    private Rows rows;

    @Override
    public Amphora show(UUID id) {
        return rows.get(Sources.AMPHORAE, id.toString()).view();
    }

    @Override
    public List<Amphora> list(Query query) {
        return rows.list(Sources.AMPHORAE, query).stream()
                .map(io.lbaas.plugin.entity.Amphora::view)
                .toList();
    }
}
