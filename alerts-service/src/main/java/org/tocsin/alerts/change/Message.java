package org.tocsin.alerts.change;

/** What an alert asks of its reader, in the words of CAP 1.2: take notice, amend what you know, forget it. */
public enum Message {
    ALERT,
    UPDATE,
    CANCEL
}
