package org.tocsin.events.sanctions.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.sanctions.entry.ListEntry;
import org.tocsin.events.sanctions.entry.ListId;
import org.tocsin.events.sanctions.format.ParsedList.Part;

/** Gathers the files of one version. */
final class Gathering {
    private static final int HEAD = 4_096;
    private static final Pattern ROOT = Pattern.compile("<(?:[A-Za-z0-9_]+:)?([A-Za-z][A-Za-z0-9_]*)[\\s/>]");
    private static final Pattern HTML = Pattern.compile("<!doctype html|<html[\\s>]|<body[\\s>]|<head[\\s>]");
    private static final int NAMED_DUPLICATES = 5;

    private final ListId list;
    private final Map<Part, OfacCsv.Table> tables = new EnumMap<>(Part.class);
    private @Nullable OfacAdvanced advanced;
    private List<ListEntry> entries = List.of();
    private Optional<LocalDate> publishedOn = Optional.empty();

    Gathering(ListId list) {
        this.list = list;
    }

    void add(String name, CappedStream counted, BufferedInputStream in) throws IOException, UnreadableList {
        in.mark(HEAD);
        String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .replaceFirst("^(\u00ef\u00bb\u00bf|\u00fe\u00ff|\u00ff\u00fe)", "")
                .stripLeading();
        in.reset();
        if (head.isEmpty()) {
            throw new UnreadableList(Fault.Kind.EMPTY, name + " is empty");
        }
        if (HTML.matcher(head.toLowerCase(Locale.ROOT)).find()) {
            throw new UnreadableList(Fault.Kind.NOT_A_LIST, name + " is an HTML page");
        }
        if (head.startsWith("<")) {
            xml(name, head, counted, in);
        } else if (head.startsWith("{") || head.startsWith("%PDF") || head.startsWith("PK")) {
            throw new UnreadableList(Fault.Kind.NOT_A_LIST, name + " is neither csv nor xml");
        } else {
            csv(name, in);
        }
    }

    private void xml(String name, String head, CappedStream counted, BufferedInputStream in) throws UnreadableList {
        Matcher matcher = ROOT.matcher(head.replaceAll("(?s)<!--.*?-->", ""));
        String root = matcher.find() ? matcher.group(1) : "";
        switch (root) {
            case UnXml.ROOT -> {
                expect(ListId.UN);
                UnXml un = new UnXml();
                XmlRecords.read(in, counted, UnXml.RECORDS, un);
                whole(name, un.entries(), un.generatedOn());
            }
            case EuXml.ROOT -> {
                expect(ListId.EU);
                EuXml eu = new EuXml();
                XmlRecords.read(in, counted, EuXml.RECORDS, eu);
                whole(name, eu.entries(), eu.generatedOn());
            }
            case OfacAdvanced.ROOT -> {
                expect(ListId.OFAC_SDN, ListId.OFAC_CONSOLIDATED);
                OfacAdvanced read = new OfacAdvanced();
                XmlRecords.read(in, counted, OfacAdvanced.RECORDS, read);
                advanced = read;
                publishedOn = read.issuedOn();
            }
            default -> {
                if (head.contains("<!DOCTYPE") || head.contains("<!ENTITY")) {
                    throw new UnreadableList(
                            Fault.Kind.DTD,
                            name + " has a document type definition or entities of its own, which no list needs");
                }
                throw new UnreadableList(
                        Fault.Kind.NOT_A_LIST,
                        name + " is xml with the root " + (root.isEmpty() ? "(none)" : root) + ", which is no list's");
            }
        }
    }

    private void csv(String name, BufferedInputStream in) throws IOException, UnreadableList {
        Csv csv = new Csv(Decoding.strictly(in));
        if (list == ListId.UK) {
            UkCsv.Read read = UkCsv.read(csv);
            whole(name, read.entries(), read.reportedOn());
        } else if (list == ListId.OFAC_SDN || list == ListId.OFAC_CONSOLIDATED) {
            OfacCsv.Table table = OfacCsv.read(name, csv);
            if (tables.put(table.part(), table) != null) {
                throw new UnreadableList(Fault.Kind.COLUMNS, name + " is a second file of " + table.part());
            }
        } else {
            throw new UnreadableList(Fault.Kind.NOT_A_LIST, name + " is no xml; the " + list + " list is read as xml");
        }
    }

    private void expect(ListId... those) throws UnreadableList {
        if (!Set.of(those).contains(list)) {
            throw new UnreadableList(Fault.Kind.OTHER_LIST, "the file is of the list " + those[0] + ", not of " + list);
        }
    }

    private void whole(String name, List<ListEntry> read, Optional<LocalDate> day) throws UnreadableList {
        if (!entries.isEmpty()) {
            throw new UnreadableList(Fault.Kind.COLUMNS, name + " is a second file of the same list");
        }
        entries = read;
        publishedOn = day;
    }

    ParsedList parsed() throws UnreadableList {
        EnumSet<Part> parts = EnumSet.noneOf(Part.class);
        if (!tables.isEmpty()) {
            ofac(parts);
        } else if (advanced != null) {
            entries = advanced.entries(list);
            parts.add(Part.ADVANCED);
        } else {
            parts.add(Part.MAIN);
        }
        if (entries.isEmpty()) {
            throw new UnreadableList(Fault.Kind.NO_ENTRIES, "the file has no entries");
        }
        List<Fault> faults = new ArrayList<>();
        Garbling.of(entries).ifPresent(faults::add);
        return new ParsedList(distinct(faults), publishedOn, parts, faults);
    }

    private void ofac(EnumSet<Part> parts) throws UnreadableList {
        OfacCsv.Table main = tables.get(Part.MAIN);
        if (main == null) {
            throw new UnreadableList(
                    Fault.Kind.COLUMNS, "the file with the entries is missing (SDN.CSV or CONS_PRIM.CSV, 12 columns)");
        }
        parts.addAll(tables.keySet());
        if (tables.values().stream().allMatch(OfacCsv.Table::endMark)) {
            parts.add(Part.END_MARK);
        }
        Map<String, LocalDate> listed = advanced == null ? Map.of() : advanced.listedOn();
        if (advanced != null) {
            parts.add(Part.ADVANCED);
        }
        OfacEntries maker = new OfacEntries(rows(Part.ALIASES), rows(Part.ADDRESSES), rows(Part.COMMENTS));
        List<ListEntry> made = new ArrayList<>();
        for (List<String> row : main.rows()) {
            ListEntry entry = maker.of(list, row);
            LocalDate day = listed.get(entry.reference());
            made.add(day == null ? entry : entry.listedOn(day));
        }
        entries = made;
    }

    private List<List<String>> rows(Part part) {
        OfacCsv.Table table = tables.get(part);
        return table == null ? List.of() : table.rows();
    }

    private List<ListEntry> distinct(List<Fault> faults) {
        Map<String, ListEntry> byReference = new LinkedHashMap<>();
        Set<String> twice = new LinkedHashSet<>();
        for (ListEntry entry : entries) {
            if (byReference.putIfAbsent(entry.reference(), entry) != null) {
                twice.add(entry.reference());
            }
        }
        if (!twice.isEmpty()) {
            String some =
                    String.join(", ", new ArrayList<>(twice).subList(0, Math.min(twice.size(), NAMED_DUPLICATES)));
            faults.add(new Fault(
                    Fault.Kind.DUPLICATE_REFERENCES,
                    twice.size() + " references come more than once: " + some
                            + (twice.size() > NAMED_DUPLICATES ? ", ..." : "")));
        }
        return new ArrayList<>(byReference.values());
    }
}
