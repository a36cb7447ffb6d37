package org.tocsin.reference;

import java.time.LocalDate;

/**
 * An entry of a sanctions list of which a person decided that it is no actor here.
 *
 * @param why the reason
 */
public record UnlinkedEntry(
        String list, String reference, String entryName, String decidedBy, LocalDate decidedOn, String why) {}
