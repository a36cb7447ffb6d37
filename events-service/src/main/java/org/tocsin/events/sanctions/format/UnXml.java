package org.tocsin.events.sanctions.format;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.sanctions.entry.EntryKind;
import org.tocsin.events.sanctions.entry.EntryName.Kind;
import org.tocsin.events.sanctions.entry.EntryName.Strength;
import org.tocsin.events.sanctions.entry.ListEntry;
import org.tocsin.events.sanctions.entry.ListId;

/** The consolidated list of the UN Security Council. Aliases of good quality are strong, those of low quality weak. */
final class UnXml implements XmlRecords.Sink {
    static final String ROOT = "CONSOLIDATED_LIST";
    static final Set<String> RECORDS = Set.of("INDIVIDUAL", "ENTITY");

    private final List<ListEntry> entries = new ArrayList<>();
    private @Nullable LocalDate generated;

    @Override
    public void root(XmlNode root) {
        generated = Words.isoDay(root.value("dateGenerated")).orElse(null);
    }

    @Override
    public void record(XmlNode node) throws UnreadableList {
        String reference = node.value("REFERENCE_NUMBER");
        if (reference.isEmpty()
                || (node.value("FIRST_NAME").isEmpty()
                        && node.value("SECOND_NAME").isEmpty())) {
            throw new UnreadableList(
                    Fault.Kind.COLUMNS,
                    "entry " + (entries.size() + 1) + " has no "
                            + (reference.isEmpty() ? "REFERENCE_NUMBER" : "FIRST_NAME (" + reference + ")"));
        }
        if (entries.size() >= Limits.ENTRIES) {
            throw Limits.exceeded("the xml has more than " + Limits.ENTRIES + " entries");
        }
        entries.add(entry(node, reference));
    }

    private static ListEntry entry(XmlNode node, String reference) {
        String kind = node.name();
        List<String> countries = Stream.concat(
                        node.values("NATIONALITY", "VALUE"),
                        node.children(kind + "_ADDRESS").map(address -> address.value("COUNTRY")))
                .filter(country -> !country.isEmpty())
                .toList();
        return new ListEntry(
                ListId.UN,
                reference,
                node.value("DATAID").isEmpty() ? reference : node.value("DATAID"),
                kind.equals("INDIVIDUAL") ? EntryKind.PERSON : EntryKind.ENTITY,
                names(node, kind).all(),
                Stream.of(node.value("UN_LIST_TYPE"))
                        .filter(text -> !text.isEmpty())
                        .toList(),
                Words.isoDay(node.value("LISTED_ON")).orElse(null),
                node.values("LAST_DAY_UPDATED", "VALUE")
                        .flatMap(text -> Words.isoDay(text).stream())
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                Words.orNull(node.value("COMMENTS1")),
                countries,
                node.children(kind + "_ADDRESS")
                        .map(UnXml::flat)
                        .filter(address -> !address.isEmpty())
                        .toList(),
                details(node));
    }

    private static BracketedNames names(XmlNode node, String kind) {
        BracketedNames names = new BracketedNames();
        names.add(
                Words.join(
                        " ",
                        Stream.of("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
                                .map(node::value)),
                Kind.PRIMARY,
                Strength.STRONG);
        names.add(node.value("NAME_ORIGINAL_SCRIPT"), Kind.AKA, Strength.STRONG);
        node.children(kind + "_ALIAS").forEach(alias -> {
            String quality = alias.value("QUALITY").toLowerCase(Locale.ROOT);
            names.add(
                    alias.value("ALIAS_NAME"),
                    quality.startsWith("f.k.a") ? Kind.FKA : Kind.AKA,
                    quality.equals("low") ? Strength.WEAK : Strength.STRONG);
        });
        return names;
    }

    private static SortedMap<String, String> details(XmlNode node) {
        SortedMap<String, String> details = new TreeMap<>();
        put(details, "title", node.values("TITLE", "VALUE"));
        put(details, "designation", node.values("DESIGNATION", "VALUE"));
        put(details, "gender", Stream.of(node.value("GENDER")));
        put(details, "submittedOn", Stream.of(node.value("SUBMITTED_ON")));
        put(details, "submittedBy", Stream.of(node.value("SUBMITTED_BY")));
        put(details, "birth", node.children("INDIVIDUAL_DATE_OF_BIRTH").map(UnXml::flat));
        put(details, "birthPlace", node.children("INDIVIDUAL_PLACE_OF_BIRTH").map(UnXml::flat));
        put(details, "documents", node.children("INDIVIDUAL_DOCUMENT").map(UnXml::flat));
        return details;
    }

    private static void put(SortedMap<String, String> details, String name, Stream<String> values) {
        String text = values.filter(value -> !value.isEmpty()).distinct().collect(Collectors.joining("; "));
        if (!text.isEmpty()) {
            details.put(name, text);
        }
    }

    private static String flat(XmlNode node) {
        return Words.join(", ", node.children().stream().map(XmlNode::text));
    }

    List<ListEntry> entries() {
        return entries;
    }

    Optional<LocalDate> generatedOn() {
        return Optional.ofNullable(generated);
    }
}
