package io.lbaas.launcher.check;

/** What to do about HAProxy, decided from what the machine is. */
public enum HaproxyAdvice {
    NOT_NEEDED,
    PRESENT,
    INSTALL,
    TELL;

    public static HaproxyAdvice decide(boolean needed, boolean present, boolean root, boolean apt) {
        if (!needed) {
            return NOT_NEEDED;
        }
        if (present) {
            return PRESENT;
        }
        return root && apt ? INSTALL : TELL;
    }
}
