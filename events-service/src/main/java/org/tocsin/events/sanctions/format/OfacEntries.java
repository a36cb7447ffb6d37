package org.tocsin.events.sanctions.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.sanctions.entry.EntryKind;
import org.tocsin.events.sanctions.entry.EntryName;
import org.tocsin.events.sanctions.entry.EntryName.Kind;
import org.tocsin.events.sanctions.entry.EntryName.Strength;
import org.tocsin.events.sanctions.entry.ListEntry;
import org.tocsin.events.sanctions.entry.ListId;

/** Entries from the rows of OFAC's csv files. Its weak aliases are in the remarks only: {@code a.k.a. 'BNC'}. */
final class OfacEntries {
    private static final Pattern WEAK = Pattern.compile("([afn])\\.k\\.a\\. '(.+)'\\.?");
    private static final Pattern NATIONALITY = Pattern.compile("(?:alt\\. )?(?:nationality|citizen) (.+?)\\.?");
    private static final List<String> DETAILS = List.of(
            "title", "callSign", "vesselType", "tonnage", "grossRegisteredTonnage", "vesselFlag", "vesselOwner");
    private static final int FIRST_DETAIL = 4;
    private static final int FLAG = 9;

    private final Map<String, List<List<String>>> aliases;
    private final Map<String, List<List<String>>> addresses;
    private final Map<String, List<List<String>>> comments;

    OfacEntries(List<List<String>> aliases, List<List<String>> addresses, List<List<String>> comments) {
        this.aliases = byEntry(aliases);
        this.addresses = byEntry(addresses);
        this.comments = byEntry(comments);
    }

    private static Map<String, List<List<String>>> byEntry(List<List<String>> rows) {
        Map<String, List<List<String>>> found = new HashMap<>();
        rows.forEach(row ->
                found.computeIfAbsent(row.get(0), number -> new ArrayList<>()).add(row));
        return found;
    }

    ListEntry of(ListId list, List<String> row) {
        String number = row.get(0);
        // A remark of more than 1,000 characters goes on in the file of comments, in the middle of a word.
        StringBuilder remarks = new StringBuilder(row.get(11));
        comments.getOrDefault(number, List.of()).forEach(more -> remarks.append(more.get(1)));
        Map<String, String> details = new TreeMap<>();
        for (int i = 0; i < DETAILS.size(); i++) {
            if (!row.get(FIRST_DETAIL + i).isEmpty()) {
                details.put(DETAILS.get(i), row.get(FIRST_DETAIL + i));
            }
        }
        List<List<String>> places = addresses.getOrDefault(number, List.of());
        Stream<String> countries = Stream.of(
                        Stream.of(row.get(FLAG)),
                        places.stream().map(place -> place.get(4)),
                        parts(remarks).map(OfacEntries::nationality))
                .flatMap(all -> all)
                .filter(country -> !country.isEmpty());
        return new ListEntry(
                list,
                number,
                number,
                kind(row.get(2)),
                names(row.get(1), number, remarks),
                programmes(row.get(3)),
                null,
                null,
                Words.orNull(remarks.toString()),
                countries.toList(),
                places.stream()
                        .map(place -> Words.join(", ", place.subList(2, 6).stream()))
                        .filter(address -> !address.isEmpty())
                        .toList(),
                new TreeMap<>(details));
    }

    private List<EntryName> names(String primary, String number, CharSequence remarks) {
        Map<String, EntryName> names = new LinkedHashMap<>();
        put(names, primary, Kind.PRIMARY, Strength.STRONG);
        for (List<String> alias : aliases.getOrDefault(number, List.of())) {
            put(names, alias.get(3), kindOf(alias.get(2).charAt(0)), Strength.STRONG);
        }
        parts(remarks)
                .map(WEAK::matcher)
                .filter(Matcher::matches)
                .forEach(weak -> put(names, weak.group(2), kindOf(weak.group(1).charAt(0)), Strength.WEAK));
        return List.copyOf(names.values());
    }

    private static void put(Map<String, EntryName> names, String text, Kind kind, Strength strength) {
        if (!text.isEmpty()) {
            names.putIfAbsent(text, EntryName.of(text, kind, strength));
        }
    }

    private static Stream<String> parts(CharSequence remarks) {
        return Stream.of(remarks.toString().split(";")).map(String::strip);
    }

    private static String nationality(String part) {
        Matcher matcher = NATIONALITY.matcher(part);
        return matcher.matches() ? matcher.group(1) : "";
    }

    private static Kind kindOf(char letter) {
        return switch (letter) {
            case 'f' -> Kind.FKA;
            case 'n' -> Kind.NKA;
            default -> Kind.AKA;
        };
    }

    private static EntryKind kind(@Nullable String type) {
        return switch (type == null ? "" : type.toLowerCase(Locale.ROOT)) {
            case "individual" -> EntryKind.PERSON;
            case "vessel" -> EntryKind.VESSEL;
            case "aircraft" -> EntryKind.AIRCRAFT;
            default -> EntryKind.ENTITY;
        };
    }

    /** {@code SDGT] [IRGC} are two. */
    private static List<String> programmes(String column) {
        return Stream.of(column.split("[\\[\\]]"))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
