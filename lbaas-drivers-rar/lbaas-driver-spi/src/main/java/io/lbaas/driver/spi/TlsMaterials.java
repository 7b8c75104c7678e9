package io.lbaas.driver.spi;

import java.util.Map;

/** What the references of a tree stand for. */
public final class TlsMaterials {
    public static final TlsMaterials NONE = new TlsMaterials(Map.of());

    private final Map<String, TlsMaterial> byReference;

    public TlsMaterials(Map<String, TlsMaterial> byReference) {
        this.byReference = Map.copyOf(byReference);
    }

    /**
     * What a reference stands for.
     *
     * @throws IllegalArgumentException where it is not known, which is the caller's mistake
     */
    public TlsMaterial get(String reference) {
        TlsMaterial material = byReference.get(reference);
        if (material == null) {
            throw new IllegalArgumentException("No material came with " + reference);
        }
        return material;
    }

    /** Says how many there are, and nothing of what is in them. */
    @Override
    public String toString() {
        return "TlsMaterials[" + byReference.size() + "]";
    }
}
