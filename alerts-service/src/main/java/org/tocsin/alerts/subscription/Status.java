package org.tocsin.alerts.subscription;

/** PENDING: the endpoint has not answered the challenge yet; alerts wait. ACTIVE: alerts are sent. DISABLED: the endpoint is gone; alerts wait. */
public enum Status {
    PENDING,
    ACTIVE,
    DISABLED
}
