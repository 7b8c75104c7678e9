package io.lbaas.model;

/** The kinds of object a load balancer is made of, with the names that the API's messages use. */
public enum ObjectType {
    LOAD_BALANCER("Load Balancer"),
    LISTENER("Listener"),
    POOL("Pool"),
    MEMBER("Member"),
    HEALTH_MONITOR("Health Monitor"),
    L7_POLICY("L7 Policy", "L7Policy"),
    L7_RULE("L7 Rule");

    private final String title;
    private final String parentTitle;

    ObjectType(String title) {
        this(title, title);
    }

    ObjectType(String title, String parentTitle) {
        this.title = title;
        this.parentTitle = parentTitle;
    }

    /** The name in messages to users, for example {@code Health Monitor}. */
    public String title() {
        return title;
    }

    /** The name where a message is about the parent of what was asked for; it is written differently for L7 policies. */
    public String parentTitle() {
        return parentTitle;
    }
}
