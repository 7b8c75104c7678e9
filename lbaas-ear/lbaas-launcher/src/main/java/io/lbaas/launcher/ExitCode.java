package io.lbaas.launcher;

/** Exit codes of the process, one for each kind of failure that an operator handles differently. */
public enum ExitCode {
    USAGE(2),
    SETTINGS(3),
    DATA_DIRECTORY(4),
    ALREADY_RUNNING(5),
    PORT_TAKEN(6),
    DATABASE(7),
    BROKER(8),
    SERVER(9),
    APPLICATION(10);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
