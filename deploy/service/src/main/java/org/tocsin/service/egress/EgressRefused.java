package org.tocsin.service.egress;

/** An address that must not be called. The message says what to change, and nothing of what the name service answered. */
public final class EgressRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    EgressRefused(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** What is wrong, continuing the name of a field: "must be ...". */
    public String reason() {
        return reason;
    }
}
