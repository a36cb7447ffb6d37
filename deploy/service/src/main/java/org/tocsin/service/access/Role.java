package org.tocsin.service.access;

/** The roles a token may carry. */
public final class Role {
    public static final String REPORTER = "reporter";
    public static final String READER = "reader";
    public static final String SUBSCRIBER = "subscriber";
    public static final String ANALYST = "analyst";
    public static final String ADMIN = "admin";
    public static final String SERVICE = "service";

    private Role() {}
}
