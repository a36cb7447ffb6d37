package org.tocsin.events.sanctions.screening;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tocsin.events.sanctions.entry.EntryKind;
import org.tocsin.events.sanctions.entry.EntryName;
import org.tocsin.events.sanctions.entry.ListEntry;
import org.tocsin.events.sanctions.entry.ListId;
import org.tocsin.events.sanctions.format.ListFile;
import org.tocsin.events.sanctions.format.UnreadableList;
import org.tocsin.events.sanctions.matching.CsvTable;

/**
 * The entries of a directory of list files, of each the one whose name is last by the alphabet: {@code ofac/sdn_*.csv.gz} with
 * {@code ofac/alt_*.csv.gz}, {@code un/consolidated_*.xml.gz}, and of the UK {@code uk/subject_names_*.csv.gz}, a third party's table
 * with the columns {@code unique_id}, {@code name_type}, {@code alias_strength} and {@code full_name}.
 */
final class ListDirectory {
    private ListDirectory() {}

    static Map<ListId, List<ListEntry>> read(Path directory) throws IOException {
        Map<ListId, List<ListEntry>> lists = new LinkedHashMap<>();
        lists.put(ListId.OFAC_SDN, parsed(ListId.OFAC_SDN, ofac(directory)));
        lists.put(ListId.UN, un(directory));
        lists.put(ListId.UK, uk(last(directory.resolve("uk"), "subject_names_")));
        return lists;
    }

    static List<ListEntry> un(Path directory) throws IOException {
        return parsed(ListId.UN, Files.readAllBytes(last(directory.resolve("un"), "consolidated_")));
    }

    private static byte[] ofac(Path directory) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : new String[] {"sdn_2", "alt_2"}) {
                zip.putNextEntry(new ZipEntry(name + ".csv"));
                zip.write(unpacked(last(directory.resolve("ofac"), name)));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static List<ListEntry> uk(Path file) throws IOException {
        Path plain = Files.createTempFile("names", ".csv");
        try {
            Files.write(plain, unpacked(file));
            Map<String, List<EntryName>> names = new LinkedHashMap<>();
            for (Map<String, String> row : CsvTable.read(plain)) {
                EntryName.Kind kind =
                        "primary".equals(row.get("name_type")) ? EntryName.Kind.PRIMARY : EntryName.Kind.AKA;
                EntryName.Strength strength =
                        row.getOrDefault("alias_strength", "").contains("ow")
                                ? EntryName.Strength.WEAK
                                : EntryName.Strength.STRONG;
                String text = row.getOrDefault("full_name", "");
                if (!text.isBlank()) {
                    names.computeIfAbsent(row.getOrDefault("unique_id", ""), id -> new ArrayList<>())
                            .add(EntryName.of(text, kind, strength));
                }
            }
            List<ListEntry> entries = new ArrayList<>();
            names.forEach((id, all) -> entries.add(new ListEntry(
                    ListId.UK,
                    id,
                    id,
                    EntryKind.ENTITY,
                    all,
                    List.of(),
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    new TreeMap<>())));
            return entries;
        } finally {
            Files.delete(plain);
        }
    }

    private static byte[] unpacked(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            return in.readAllBytes();
        }
    }

    private static Path last(Path directory, String beginning) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith(beginning))
                    .max(Comparator.comparing(Path::getFileName))
                    .orElseThrow(() -> new NoSuchFileException(directory + "/" + beginning + "*"));
        }
    }

    private static List<ListEntry> parsed(ListId list, byte[] bytes) throws IOException {
        try {
            return ListFile.read(list, bytes).entries();
        } catch (UnreadableList e) {
            throw new IOException(list + ": " + e.fault().detail(), e);
        }
    }
}
