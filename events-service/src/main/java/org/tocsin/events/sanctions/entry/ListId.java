package org.tocsin.events.sanctions.entry;

import java.util.Arrays;
import java.util.Optional;

/** The lists that are kept. */
public enum ListId {
    OFAC_SDN(
            "OFAC Specially Designated Nationals and Blocked Persons List",
            "US Treasury, Office of Foreign Assets Control"),
    OFAC_CONSOLIDATED("OFAC Consolidated Sanctions List (non-SDN)", "US Treasury, Office of Foreign Assets Control"),
    UN("United Nations Security Council Consolidated List", "United Nations Security Council"),
    UK("UK Sanctions List", "UK Foreign, Commonwealth and Development Office"),
    EU("EU consolidated list of persons, groups and entities subject to financial sanctions", "European Commission");

    private final String title;
    private final String publisher;

    ListId(String title, String publisher) {
        this.title = title;
        this.publisher = publisher;
    }

    public String title() {
        return title;
    }

    public String publisher() {
        return publisher;
    }

    public static Optional<ListId> of(String text) {
        return Arrays.stream(values()).filter(id -> id.name().equals(text)).findFirst();
    }
}
