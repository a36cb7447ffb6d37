package org.tocsin.alerts.delivery;

/**
 * Where a delivery stands. WAITING: behind an earlier one about the same place, or for the subscription to become active. READY: to be sent
 * when due. SENDING: under way. DELIVERED: answered with 2xx. DEAD: given up; can be sent again by hand.
 * HELD: by a pause or a silence. SKIPPED: out of date when that ended, and never sent.
 */
public enum DeliveryState {
    WAITING,
    READY,
    SENDING,
    DELIVERED,
    DEAD,
    HELD,
    SKIPPED
}
