package org.tocsin.events.sanctions.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/**
 * OFAC's {@code sdn_advanced.xml} and {@code cons_advanced.xml}: reference values, distinct parties with names in parts, and sanctions
 * entries with the days of listing, which OFAC's csv files do not have.
 */
final class OfacAdvanced implements XmlRecords.Sink {
    static final String ROOT = "Sanctions";
    static final Set<String> RECORDS = Set.of(
            "DateOfIssue",
            "AliasType",
            "PartySubType",
            "PartyType",
            "NamePartType",
            "SanctionsType",
            "DistinctParty",
            "SanctionsEntry");

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> typeOfSubType = new HashMap<>();
    private final Map<String, XmlNode> parties = new LinkedHashMap<>();
    private final Map<String, LocalDate> listed = new HashMap<>();
    private final Map<String, List<String>> programmes = new HashMap<>();
    private @Nullable LocalDate issued;

    @Override
    public void root(XmlNode root) {
        // Which list it is stands in the entries.
    }

    @Override
    public void record(XmlNode node) throws UnreadableList {
        switch (node.name()) {
            case "DateOfIssue" -> issued = day(node).orElse(null);
            case "DistinctParty" -> party(node);
            case "SanctionsEntry" -> entry(node);
            case "PartySubType" -> {
                value(node);
                typeOfSubType.put(node.value("ID"), node.value("PartyTypeID"));
            }
            default -> value(node);
        }
    }

    private void value(XmlNode node) {
        values.put(node.name() + node.value("ID"), Words.tidy(node.text()));
    }

    private void party(XmlNode node) throws UnreadableList {
        String number = node.child("Profile")
                .map(profile -> profile.value("ID"))
                .filter(id -> !id.isEmpty())
                .orElse(node.value("FixedRef"));
        if (number.isEmpty()) {
            throw new UnreadableList(
                    Fault.Kind.COLUMNS, "a DistinctParty has neither FixedRef nor a Profile with an ID");
        }
        if (parties.size() >= Limits.ENTRIES) {
            throw Limits.exceeded("the xml has more than " + Limits.ENTRIES + " parties");
        }
        parties.put(number, node);
    }

    private void entry(XmlNode node) {
        String number = node.value("ProfileID");
        node.children("EntryEvent")
                .flatMap(event -> event.children("Date"))
                .flatMap(date -> day(date).stream())
                .forEach(day -> listed.merge(number, day, (one, other) -> one.isBefore(other) ? one : other));
        node.children("SanctionsMeasure")
                .filter(measure -> values.getOrDefault("SanctionsType" + measure.value("SanctionsTypeID"), "Program")
                        .equals("Program"))
                .map(measure -> measure.value("Comment"))
                .filter(programme -> !programme.isEmpty())
                .forEach(programme -> programmes
                        .computeIfAbsent(number, id -> new ArrayList<>())
                        .add(programme));
    }

    Map<String, LocalDate> listedOn() {
        return listed;
    }

    Optional<LocalDate> issuedOn() {
        return Optional.ofNullable(issued);
    }

    /** The parties as entries, where the csv files are not at hand. */
    List<ListEntry> entries(ListId list) {
        return parties.entrySet().stream()
                .flatMap(party -> of(list, party.getKey(), party.getValue()).stream())
                .toList();
    }

    private Optional<ListEntry> of(ListId list, String number, XmlNode party) {
        XmlNode profile = party.child("Profile").orElse(party);
        EntryKind kind = kind(profile.value("PartySubTypeID"));
        List<EntryName> names = new ArrayList<>();
        profile.children("Identity").forEach(identity -> names(identity, kind, names));
        if (names.isEmpty()) {
            return Optional.empty();
        }
        names.sort((one, other) -> Boolean.compare(other.kind() == Kind.PRIMARY, one.kind() == Kind.PRIMARY));
        return Optional.of(new ListEntry(
                list,
                number,
                number,
                kind,
                names,
                programmes.getOrDefault(number, List.of()),
                listed.get(number),
                null,
                Words.orNull(party.value("Comment")),
                List.of(),
                List.of(),
                new TreeMap<>()));
    }

    private void names(XmlNode identity, EntryKind kind, List<EntryName> names) {
        Map<String, String> partTypes = identity.children("NamePartGroups")
                .flatMap(groups -> groups.children("MasterNamePartGroup"))
                .flatMap(master -> master.children("NamePartGroup"))
                .collect(Collectors.toMap(
                        group -> group.value("ID"),
                        group -> values.getOrDefault("NamePartType" + group.value("NamePartTypeID"), ""),
                        (one, other) -> one));
        identity.children("Alias").forEach(alias -> {
            boolean primary = alias.value("Primary").equals("true");
            Strength strength = alias.value("LowQuality").equals("true") ? Strength.WEAK : Strength.STRONG;
            Kind said = kindOf(values.getOrDefault("AliasType" + alias.value("AliasTypeID"), ""));
            alias.children("DocumentedName")
                    .map(name -> text(name, kind, partTypes))
                    .filter(text -> !text.isEmpty())
                    .forEach(text -> {
                        boolean first = primary && names.stream().noneMatch(name -> name.kind() == Kind.PRIMARY);
                        if (names.stream().noneMatch(name -> name.text().equals(text))) {
                            names.add(EntryName.of(text, first ? Kind.PRIMARY : said, strength));
                        }
                    });
        });
    }

    /** As OFAC's csv files write it: {@code LAST, First Middle}. */
    private static String text(XmlNode name, EntryKind kind, Map<String, String> partTypes) {
        List<String> last = new ArrayList<>();
        List<String> other = new ArrayList<>();
        name.children("DocumentedNamePart")
                .flatMap(part -> part.children("NamePartValue"))
                .forEach(value -> {
                    boolean isLast = partTypes
                            .getOrDefault(value.value("NamePartGroupID"), "")
                            .equals("Last Name");
                    (isLast ? last : other).add(Words.tidy(value.text()));
                });
        String between = kind == EntryKind.PERSON ? ", " : " ";
        return Words.join(between, Stream.of(String.join(" ", last), String.join(" ", other)));
    }

    private EntryKind kind(String subType) {
        String sub = values.getOrDefault("PartySubType" + subType, "");
        String type = values.getOrDefault("PartyType" + typeOfSubType.getOrDefault(subType, ""), "");
        if (sub.equals("Vessel")) {
            return EntryKind.VESSEL;
        } else if (sub.equals("Aircraft")) {
            return EntryKind.AIRCRAFT;
        }
        return type.equals("Individual") ? EntryKind.PERSON : EntryKind.ENTITY;
    }

    private static Kind kindOf(String aliasType) {
        return switch (aliasType) {
            case "F.K.A." -> Kind.FKA;
            case "N.K.A." -> Kind.NKA;
            default -> Kind.AKA;
        };
    }

    private static Optional<LocalDate> day(XmlNode date) {
        try {
            return Optional.of(LocalDate.of(number(date, "Year"), number(date, "Month"), number(date, "Day")));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static int number(XmlNode date, String part) {
        String text = date.value(part);
        return text.isEmpty() && !part.equals("Year") ? 1 : Integer.parseInt(text);
    }
}
