package org.tocsin.events.sanctions.format;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tocsin.events.sanctions.entry.EntryKind;
import org.tocsin.events.sanctions.entry.EntryName;
import org.tocsin.events.sanctions.entry.EntryName.Kind;
import org.tocsin.events.sanctions.entry.EntryName.Strength;
import org.tocsin.events.sanctions.entry.ListEntry;
import org.tocsin.events.sanctions.entry.ListId;

/** Gathers the rows of one unique id of the UK list. */
final class UkEntry {
    private static final Set<String> OF_A_SHIP = Set.of(
            "IMO number",
            "Type of ship",
            "Tonnage of ship",
            "Length of ship",
            "Current believed flag of ship",
            "Hull identification number (HIN)");
    private static final Set<String> OF_A_PERSON = Set.of(
            "D.O.B", "Nationality(/ies)", "Passport number", "Town of birth", "Country of birth", "Gender", "Position");
    private static final Set<String> COUNTRIES =
            Set.of("Address Country", "Nationality(/ies)", "Current believed flag of ship");
    private static final Set<String> TAKEN = Set.of(
            "Unique ID",
            "Last Updated",
            "Date Designated",
            "Name type",
            "Alias strength",
            "Regime Name",
            "Other Information");
    private static final Map<String, String> DETAIL_NAMES = Map.of(
            "UN Reference Number", "unReference",
            "OFSI Group ID", "ofsiGroupId",
            "UK Statement of Reasons", "statementOfReasons",
            "D.O.B", "birth",
            "Nationality(/ies)", "nationality");

    private final String id;
    private final Map<String, EntryName> names = new LinkedHashMap<>();
    private final SortedMap<String, Set<String>> values = new TreeMap<>();
    private final Set<String> addresses = new LinkedHashSet<>();
    private final NavigableSet<LocalDate> listed = new TreeSet<>();
    private final NavigableSet<LocalDate> updated = new TreeSet<>();
    private boolean person;
    private boolean ship;

    UkEntry(String id) {
        this.id = id;
    }

    void add(Map<String, String> row) {
        row.forEach((column, text) ->
                values.computeIfAbsent(column, name -> new LinkedHashSet<>()).add(text));
        Words.ukDay(row.get("Date Designated")).ifPresent(listed::add);
        Words.ukDay(row.get("Last Updated")).ifPresent(updated::add);
        ship |= row.keySet().stream().anyMatch(OF_A_SHIP::contains);
        person |= row.keySet().stream().anyMatch(OF_A_PERSON::contains)
                || IntStream.rangeClosed(1, 5).anyMatch(i -> row.containsKey("Name " + i));
        addresses.add(Words.join(
                ", ",
                Stream.of(
                                "Address Line 1",
                                "Address Line 2",
                                "Address Line 3",
                                "Address Line 4",
                                "Address Line 5",
                                "Address Line 6",
                                "Address Postal Code",
                                "Address Country")
                        .map(column -> row.getOrDefault(column, ""))));
        name(row);
    }

    private void name(Map<String, String> row) {
        // Name 6 is the last name of a person, and the whole name of anything else.
        String text = Words.join(
                " ",
                Stream.of("Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6")
                        .map(row::get));
        String type = row.getOrDefault("Name type", "").toLowerCase(Locale.ROOT);
        boolean primary = type.equals("primary name") || type.equals("primary");
        Strength strength =
                row.getOrDefault("Alias strength", "").toLowerCase(Locale.ROOT).startsWith("low")
                        ? Strength.WEAK
                        : Strength.STRONG;
        put(text, primary ? Kind.PRIMARY : Kind.AKA, strength);
        put(row.getOrDefault("Name non-latin script", ""), Kind.AKA, strength);
    }

    private void put(String text, Kind kind, Strength strength) {
        EntryName before = names.get(text);
        boolean better = before == null
                || (kind == Kind.PRIMARY && before.kind() != Kind.PRIMARY)
                || (before.kind() == kind && before.strength() == Strength.WEAK && strength == Strength.STRONG);
        if (!text.isEmpty() && better) {
            names.put(text, EntryName.of(text, kind, strength));
        }
    }

    ListEntry entry() throws UnreadableList {
        if (names.isEmpty()) {
            throw new UnreadableList(Fault.Kind.COLUMNS, id + " has no name in the columns Name 1 to Name 6");
        }
        return new ListEntry(
                ListId.UK,
                id,
                id,
                ship ? EntryKind.VESSEL : person ? EntryKind.PERSON : EntryKind.ENTITY,
                inOrder(),
                List.copyOf(values.getOrDefault("Regime Name", Set.of())),
                listed.isEmpty() ? null : listed.first(),
                updated.isEmpty() ? null : updated.last(),
                Words.orNull(String.join("; ", values.getOrDefault("Other Information", Set.of()))),
                COUNTRIES.stream()
                        .flatMap(column -> values.getOrDefault(column, Set.of()).stream())
                        .toList(),
                addresses.stream().filter(address -> !address.isEmpty()).toList(),
                details());
    }

    /** One primary name first; the list writes the primary name of a person in several ways. */
    private List<EntryName> inOrder() {
        List<EntryName> all = new ArrayList<>();
        names.values().stream()
                .filter(name -> name.kind() == Kind.PRIMARY)
                .findFirst()
                .ifPresent(all::add);
        for (EntryName name : names.values()) {
            if (all.isEmpty()) {
                all.add(EntryName.of(name.text(), Kind.PRIMARY, name.strength()));
            } else if (!all.get(0).text().equals(name.text())) {
                all.add(name.kind() == Kind.PRIMARY ? EntryName.of(name.text(), Kind.AKA, name.strength()) : name);
            }
        }
        return all;
    }

    private SortedMap<String, String> details() {
        SortedMap<String, String> details = new TreeMap<>();
        values.forEach((column, texts) -> {
            if (!TAKEN.contains(column) && !column.startsWith("Name ") && !column.startsWith("Address ")) {
                details.put(DETAIL_NAMES.getOrDefault(column, camelCase(column)), String.join("; ", texts));
            }
        });
        return details;
    }

    private static String camelCase(String column) {
        StringBuilder name = new StringBuilder();
        for (String word : column.split("[^A-Za-z0-9]+")) {
            if (!word.isEmpty()) {
                String lower = word.toLowerCase(Locale.ROOT);
                name.append(name.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
            }
        }
        return name.toString();
    }
}
