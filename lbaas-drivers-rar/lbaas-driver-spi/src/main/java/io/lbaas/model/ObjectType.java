package io.lbaas.model;

/** The kinds of object a load balancer is made of, with the names that the API's messages use. */
public enum ObjectType {
    LOAD_BALANCER("Load Balancer"),
    LISTENER("Listener"),
    POOL("Pool"),
    MEMBER("Member"),
    HEALTH_MONITOR("Health Monitor");

    private final String title;

    ObjectType(String title) {
        this.title = title;
    }

    /** The name in messages to users, for example {@code Health Monitor}. */
    public String title() {
        return title;
    }
}
