package io.lbaas.plugin.entity;

import io.lbaas.driver.spi.Capabilities;
import io.lbaas.message.json.RecordJson;
import io.lbaas.model.HealthMonitorSpec;
import io.lbaas.model.L7PolicySpec;
import io.lbaas.model.L7RuleSpec;
import io.lbaas.model.ListenerSpec;
import io.lbaas.model.LoadBalancerSpec;
import io.lbaas.model.MemberSpec;
import io.lbaas.model.PoolSpec;
import io.lbaas.plugin.api.Networks.Pool;
import io.lbaas.plugin.api.QuotaLimits;
import io.lbaas.plugin.api.View.Vip;
import io.lbaas.tls.bundle.TlsSummary;
import jakarta.json.bind.Jsonb;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.lang.reflect.Type;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.postgresql.util.PGobject;

/**
 * Keeps a value as a {@code jsonb} document, written as it would be in a message. The converters implement the interface
 * themselves, because EclipseLink looks for its type arguments there only.
 *
 * @param <T> type of the attribute
 */
public abstract class JsonColumn<T> {

    private static final Jsonb JSON = RecordJson.create();

    private final Type type;

    protected JsonColumn(Type type) {
        this.type = type;
    }

    public Object convertToDatabaseColumn(T value) {
        var column = new PGobject();
        column.setType("jsonb");
        try {
            // A typed object also for null: PostgreSQL takes no untyped NULL for a jsonb column.
            column.setValue(value == null ? null : JSON.toJson(value));
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
        return column;
    }

    public T convertToEntityAttribute(Object column) {
        String json = column instanceof PGobject object ? object.getValue() : (String) column;
        return json == null ? null : JSON.fromJson(json, type);
    }

    @Converter
    public static class OfLoadBalancer extends JsonColumn<LoadBalancerSpec>
            implements AttributeConverter<LoadBalancerSpec, Object> {
        public OfLoadBalancer() {
            super(LoadBalancerSpec.class);
        }
    }

    @Converter
    public static class OfListener extends JsonColumn<ListenerSpec>
            implements AttributeConverter<ListenerSpec, Object> {
        public OfListener() {
            super(ListenerSpec.class);
        }
    }

    @Converter
    public static class OfPool extends JsonColumn<PoolSpec> implements AttributeConverter<PoolSpec, Object> {
        public OfPool() {
            super(PoolSpec.class);
        }
    }

    @Converter
    public static class OfMember extends JsonColumn<MemberSpec> implements AttributeConverter<MemberSpec, Object> {
        public OfMember() {
            super(MemberSpec.class);
        }
    }

    @Converter
    public static class OfHealthMonitor extends JsonColumn<HealthMonitorSpec>
            implements AttributeConverter<HealthMonitorSpec, Object> {
        public OfHealthMonitor() {
            super(HealthMonitorSpec.class);
        }
    }

    @Converter
    public static class OfL7Policy extends JsonColumn<L7PolicySpec>
            implements AttributeConverter<L7PolicySpec, Object> {
        public OfL7Policy() {
            super(L7PolicySpec.class);
        }
    }

    @Converter
    public static class OfL7Rule extends JsonColumn<L7RuleSpec> implements AttributeConverter<L7RuleSpec, Object> {
        public OfL7Rule() {
            super(L7RuleSpec.class);
        }
    }

    @Converter
    public static class OfCapabilities extends JsonColumn<Capabilities>
            implements AttributeConverter<Capabilities, Object> {
        public OfCapabilities() {
            super(Capabilities.class);
        }
    }

    @Converter
    public static class OfTlsSummary extends JsonColumn<TlsSummary> implements AttributeConverter<TlsSummary, Object> {
        public OfTlsSummary() {
            super(TlsSummary.class);
        }
    }

    @Converter
    public static class OfQuota extends JsonColumn<QuotaLimits> implements AttributeConverter<QuotaLimits, Object> {
        public OfQuota() {
            super(QuotaLimits.class);
        }
    }

    @Converter
    public static class Texts extends JsonColumn<List<String>> implements AttributeConverter<List<String>, Object> {
        public Texts() {
            super(new ParameterizedJsonType(List.class, String.class));
        }
    }

    @Converter
    public static class Ids extends JsonColumn<List<UUID>> implements AttributeConverter<List<UUID>, Object> {
        public Ids() {
            super(new ParameterizedJsonType(List.class, UUID.class));
        }
    }

    @Converter
    public static class Pools extends JsonColumn<List<Pool>> implements AttributeConverter<List<Pool>, Object> {
        public Pools() {
            super(new ParameterizedJsonType(List.class, Pool.class));
        }
    }

    @Converter
    public static class Vips extends JsonColumn<List<Vip>> implements AttributeConverter<List<Vip>, Object> {
        public Vips() {
            super(new ParameterizedJsonType(List.class, Vip.class));
        }
    }

    @Converter
    public static class Settings extends JsonColumn<Map<String, String>>
            implements AttributeConverter<Map<String, String>, Object> {
        public Settings() {
            super(new ParameterizedJsonType(Map.class, String.class, String.class));
        }
    }
}
