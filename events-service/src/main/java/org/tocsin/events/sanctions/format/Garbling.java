package org.tocsin.events.sanctions.format;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tocsin.events.sanctions.entry.ListEntry;

/** Finds names that some program before us has read in a wrong encoding: {@code Al-QaÃ¯da}, {@code Al-Qa?da} with U+FFFD. */
final class Garbling {
    /** What the first byte and the second of a letter in UTF-8 look like in windows-1252 or ISO-8859-1. */
    private static final Pattern TWICE = Pattern.compile(
            "[\\u00c2\\u00c3\\u00d0\\u00d1\\u00d8\\u00d9]"
                    + "[\\u0080-\\u00bf\\u20ac\\u201a\\u0192\\u201e\\u2026\\u2020\\u2021\\u02c6\\u2030\\u0160\\u2039\\u0152\\u017d"
                    + "\\u2018\\u2019\\u201c\\u201d\\u2022\\u2013\\u2014\\u02dc\\u2122\\u0161\\u203a\\u0153\\u017e\\u0178]|\\ufffd");

    /** One spoilt name is the publisher's slip; more than this share of the entries, and of any number, is a spoilt file. */
    private static final double SHARE = 0.002;

    private Garbling() {}

    static Optional<Fault> of(List<ListEntry> entries) {
        List<ListEntry> garbled = entries.stream()
                .filter(entry -> entry.names().stream()
                        .anyMatch(name -> TWICE.matcher(name.text()).find()))
                .toList();
        return garbled.isEmpty() || garbled.size() < SHARE * entries.size()
                ? Optional.empty()
                : Optional.of(new Fault(
                        Fault.Kind.GARBLED,
                        garbled.size() + " entries, the first " + garbled.get(0).reference()
                                + ", have names that were read in a wrong encoding before"));
    }
}
