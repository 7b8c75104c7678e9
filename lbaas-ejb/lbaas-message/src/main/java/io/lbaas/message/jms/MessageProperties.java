package io.lbaas.message.jms;

/** Names of the JMS properties of our messages. A property whose value is unknown is absent. */
public final class MessageProperties {
    /** The command's or result's operation. */
    public static final String OPERATION = "lbaas_operation";

    public static final String DRIVER = "lbaas_driver";
    public static final String DEVICE_ID = "lbaas_device_id";
    public static final String LOAD_BALANCER_ID = "lbaas_load_balancer_id";
    public static final String GENERATION = "lbaas_generation";
    public static final String REQUEST_ID = "lbaas_request_id";
    /** Why a dead letter is one. */
    public static final String REASON = "lbaas_reason";

    private MessageProperties() {}
}
