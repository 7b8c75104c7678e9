package io.lbaas.driver.bigip.declaration;

import io.lbaas.driver.spi.TlsMaterials;
import io.lbaas.model.DesiredLoadBalancer;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Collects the objects of one load balancer.
 *
 * @param snat how the device hides clients from members
 */
record Application(
        DesiredLoadBalancer tree, TlsMaterials materials, String snat, SortedMap<String, JsonObject> objects) {
    Application(DesiredLoadBalancer tree, TlsMaterials materials, String snat) {
        this(tree, materials, snat, new TreeMap<>());
    }

    /** Adds an object and gives its name back. Equal ones may share a name. */
    String add(String name, JsonObjectBuilder object) {
        objects.put(name, object.build());
        return name;
    }

    JsonObject build() {
        JsonObjectBuilder application = Doc.of("Application").add("template", "generic");
        objects.forEach(application::add);
        return application.build();
    }

    /** Without the objects, which hold keys. */
    @Override
    public String toString() {
        return "Application[" + tree.id() + "]";
    }
}
