package org.tocsin.alerts.delivery;

/** What a delivery carries: an alert, the question whether the endpoint wants alerts, or a test. */
public enum DeliveryKind {
    ALERT,
    VERIFICATION,
    PING
}
