package io.lbaas.driver.netscaler.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All objects of one load balancer, as they are on the device or as they shall be. */
public final class Config {
    private final Map<String, NitroObject> objects = new LinkedHashMap<>();

    /** Adds an object that is not in it yet; the first of two that are named alike stays. */
    public void add(NitroObject object) {
        objects.putIfAbsent(object.identity(), object);
    }

    void add(NitroType type, Object... pairs) {
        add(NitroObject.of(type, pairs));
    }

    /** The object that is named as another, or null. */
    public NitroObject like(NitroObject other) {
        return objects.get(other.identity());
    }

    public boolean contains(NitroObject other) {
        return objects.containsKey(other.identity());
    }

    /** All objects in the order in which they are made. */
    public List<NitroObject> inOrder() {
        return objects.values().stream()
                .sorted(Comparator.comparing(NitroObject::type))
                .toList();
    }

    /** The settings and bindings that go with an entity. */
    public List<NitroObject> children(NitroObject entity) {
        return inOrder().stream()
                .filter(each -> !each.type().entity() && each.name().equals(entity.name()))
                .toList();
    }

    /** The entity that a binding or setting belongs to, or null where it is not in here. */
    public NitroObject parent(NitroObject child) {
        return objects.values().stream()
                .filter(each -> each.type().entity() && each.name().equals(child.name()))
                .findFirst()
                .orElse(null);
    }

    public boolean isEmpty() {
        return objects.isEmpty();
    }

    /** Differs whenever anything differs that we set. */
    public String digest() {
        String text =
                objects.values().stream().map(NitroObject::toString).sorted().collect(Collectors.joining("\n"));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
