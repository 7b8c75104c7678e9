package io.lbaas.plugin.api;

import io.lbaas.model.attribute.CreateOnly;
import io.lbaas.model.attribute.Default;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * One kind of what operators offer tenants to choose from. Every method may throw {@link Fault}.
 *
 * @param <S> what is said of an entry
 */
public interface Catalog<S extends Record> {

    /** An entry as it is known. */
    record Entry<S>(UUID id, S spec) {}

    /** What a load balancer may be like; the profile says what that means to a provider. */
    record FlavorSpec(
            @NotNull @Size(max = 255, message = TOO_LONG) String name,
            @NotNull @Size(max = 255, message = TOO_LONG) @Default("\"\"") String description,
            @NotNull @Default("true") Boolean enabled,
            @NotNull @CreateOnly UUID flavorProfileId) {}

    /** What flavors mean to a provider: a JSON object of the provider's own keys. */
    record FlavorProfileSpec(
            @NotNull @Size(max = 255, message = TOO_LONG) String name,
            @NotNull @Size(max = 64, message = TOO_LONG) String providerName,
            @NotNull @Size(max = 4096, message = TOO_LONG) String flavorData) {}

    /** Where a load balancer may be, known by its name. */
    record AvailabilityZoneSpec(
            @NotNull @CreateOnly @Size(min = 1, max = 255, message = "Value should have 1 to 255 characters")
                    String name,
            @NotNull @Size(max = 255, message = TOO_LONG) @Default("\"\"") String description,
            @NotNull @Default("true") Boolean enabled,
            @NotNull @CreateOnly UUID availabilityZoneProfileId) {}

    /** What availability zones mean to a provider: a JSON object of the provider's own keys. */
    record AvailabilityZoneProfileSpec(
            @NotNull @Size(max = 255, message = TOO_LONG) String name,
            @NotNull @Size(max = 64, message = TOO_LONG) String providerName,
            @NotNull @Size(max = 4096, message = TOO_LONG) String availabilityZoneData) {}

    String TOO_LONG = "Value should have a maximum character requirement of {max}";

    Entry<S> create(Caller caller, S spec);

    /** The entry of that key: the name of an availability zone, the id of anything else. */
    Entry<S> show(String key);

    List<Entry<S>> list(Query query);

    Entry<S> update(Caller caller, String key, UnaryOperator<S> change);

    /** Takes an entry out; refused while it is in use. */
    void delete(Caller caller, String key);
}
