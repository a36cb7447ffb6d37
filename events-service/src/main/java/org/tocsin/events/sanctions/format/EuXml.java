package org.tocsin.events.sanctions.format;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.sanctions.entry.EntryKind;
import org.tocsin.events.sanctions.entry.EntryName;
import org.tocsin.events.sanctions.entry.EntryName.Kind;
import org.tocsin.events.sanctions.entry.EntryName.Strength;
import org.tocsin.events.sanctions.entry.ListEntry;
import org.tocsin.events.sanctions.entry.ListId;

/** The EU's financial sanctions file, xml 1.1. */
final class EuXml implements XmlRecords.Sink {
    static final String ROOT = "export";
    static final Set<String> RECORDS = Set.of("sanctionEntity");

    private final List<ListEntry> entries = new ArrayList<>();
    private @Nullable LocalDate generated;

    @Override
    public void root(XmlNode root) {
        generated = Words.isoDay(root.value("generationDate")).orElse(null);
    }

    @Override
    public void record(XmlNode node) throws UnreadableList {
        String record = node.value("logicalId");
        String reference = node.value("euReferenceNumber").isEmpty() ? record : node.value("euReferenceNumber");
        List<EntryName> names = names(node);
        if (reference.isEmpty() || names.isEmpty()) {
            throw new UnreadableList(
                    Fault.Kind.COLUMNS,
                    "entry " + (entries.size() + 1) + " has no "
                            + (reference.isEmpty()
                                    ? "euReferenceNumber or logicalId"
                                    : "nameAlias with a wholeName (" + reference + ")"));
        }
        if (entries.size() >= Limits.ENTRIES) {
            throw Limits.exceeded("the xml has more than " + Limits.ENTRIES + " entries");
        }
        entries.add(entry(node, reference, record.isEmpty() ? reference : record, names));
    }

    private static ListEntry entry(XmlNode node, String reference, String record, List<EntryName> names) {
        List<XmlNode> regulations = node.children("regulation").toList();
        Optional<LocalDate> listed = Words.isoDay(node.value("designationDate"))
                .or(() -> days(regulations, "entryIntoForceDate").min(Comparator.naturalOrder()))
                .or(() -> days(regulations, "publicationDate").min(Comparator.naturalOrder()));
        List<XmlNode> addresses = node.children("address").toList();
        List<String> countries = Stream.concat(addresses.stream(), node.children("citizenship"))
                .map(place -> place.value("countryDescription"))
                .filter(country -> !country.isEmpty() && !country.equals("UNKNOWN"))
                .toList();
        return new ListEntry(
                ListId.EU,
                reference,
                record,
                kind(node),
                names,
                regulations.stream()
                        .map(regulation -> regulation.value("programme"))
                        .filter(text -> !text.isEmpty())
                        .toList(),
                listed.orElse(null),
                days(regulations, "publicationDate")
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                Words.orNull(Words.join("; ", node.children("remark").map(XmlNode::text))),
                countries,
                addresses.stream()
                        .map(address -> Words.join(
                                ", ",
                                Stream.of("street", "poBox", "zipCode", "city", "region", "place", "countryDescription")
                                        .map(address::value)))
                        .filter(address -> !address.isEmpty())
                        .toList(),
                details(node, regulations));
    }

    private static List<EntryName> names(XmlNode node) {
        Map<String, EntryName> names = new LinkedHashMap<>();
        // The first strong name is the primary one; a file has them in no promised order.
        List<XmlNode> aliases = node.children("nameAlias")
                .sorted(Comparator.comparing(alias -> alias.value("strong").equals("false")))
                .toList();
        for (XmlNode alias : aliases) {
            String text = alias.value("wholeName").isEmpty()
                    ? Words.join(
                            " ",
                            Stream.of("firstName", "middleName", "lastName").map(alias::value))
                    : alias.value("wholeName");
            if (!text.isEmpty()) {
                Strength strength = alias.value("strong").equals("false") ? Strength.WEAK : Strength.STRONG;
                names.putIfAbsent(text, EntryName.of(text, names.isEmpty() ? Kind.PRIMARY : Kind.AKA, strength));
            }
        }
        return List.copyOf(names.values());
    }

    private static EntryKind kind(XmlNode node) {
        String code = node.child("subjectType")
                .map(type -> type.value("code").toLowerCase(Locale.ROOT))
                .orElse("");
        return code.equals("person") || code.equals("p")
                ? EntryKind.PERSON
                : code.contains("vessel") || code.contains("ship") ? EntryKind.VESSEL : EntryKind.ENTITY;
    }

    private static SortedMap<String, String> details(XmlNode node, List<XmlNode> regulations) {
        SortedMap<String, String> details = new TreeMap<>();
        put(details, "unReference", Stream.of(node.value("unitedNationId")));
        put(details, "regulation", regulations.stream().map(regulation -> regulation.value("numberTitle")));
        put(details, "function", node.children("nameAlias").map(alias -> alias.value("function")));
        put(details, "gender", node.children("nameAlias").map(alias -> alias.value("gender")));
        put(details, "birth", node.children("birthdate").map(birth -> birth.value("birthdate")));
        put(details, "documents", node.children("identification").map(document -> document.value("number")));
        return details;
    }

    private static void put(SortedMap<String, String> details, String name, Stream<String> values) {
        String text = values.filter(value -> !value.isEmpty()).distinct().collect(Collectors.joining("; "));
        if (!text.isEmpty()) {
            details.put(name, text);
        }
    }

    private static Stream<LocalDate> days(List<XmlNode> nodes, String attribute) {
        return nodes.stream().flatMap(node -> Words.isoDay(node.value(attribute)).stream());
    }

    List<ListEntry> entries() {
        return entries;
    }

    Optional<LocalDate> generatedOn() {
        return Optional.ofNullable(generated);
    }
}
