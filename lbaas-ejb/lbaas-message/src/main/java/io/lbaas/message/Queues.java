package io.lbaas.message;

/** JNDI names of what plugin and agent use to reach each other. An operator makes them; see the deployment guide. */
public final class Queues {
    public static final String CONNECTION_FACTORY = "jms/lbaas/connection-factory";
    /** Plugin to agents: configuration changes. Persistent. */
    public static final String COMMANDS = "jms/lbaas/commands";
    /** Agents to plugin. Persistent. */
    public static final String RESULTS = "jms/lbaas/results";
    /** Plugin to agents: what is asked again soon anyway (probe, health). Not persistent, short-lived. */
    public static final String PERIODIC = "jms/lbaas/periodic";
    /** Plugin to every agent: which devices are not to be touched. A topic; not persistent, repeated. */
    public static final String CLOSURES = "jms/lbaas/closures";

    /** What nobody could read, with the reason as a property, for people to look at. Persistent. */
    public static final String DEAD_LETTERS = "jms/lbaas/dead-letters";

    private Queues() {}
}
