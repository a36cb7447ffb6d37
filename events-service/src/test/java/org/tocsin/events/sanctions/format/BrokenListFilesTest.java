package org.tocsin.events.sanctions.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tocsin.events.sanctions.format.SampleFiles.bytes;
import static org.tocsin.events.sanctions.format.SampleFiles.eu;
import static org.tocsin.events.sanctions.format.SampleFiles.gzip;
import static org.tocsin.events.sanctions.format.SampleFiles.ofac;
import static org.tocsin.events.sanctions.format.SampleFiles.sdn;
import static org.tocsin.events.sanctions.format.SampleFiles.sdnRows;
import static org.tocsin.events.sanctions.format.SampleFiles.uk;
import static org.tocsin.events.sanctions.format.SampleFiles.un;
import static org.tocsin.events.sanctions.format.SampleFiles.unEntities;
import static org.tocsin.events.sanctions.format.SampleFiles.unEntity;
import static org.tocsin.events.sanctions.format.SampleFiles.zip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.events.sanctions.entry.ListId;
import org.tocsin.events.sanctions.format.Fault.Kind;

class BrokenListFilesTest {
    private static final byte[] UN = un("2026-02-27", unEntities(1, 40));
    private static final byte[] SDN = ofac(sdnRows(1, 40));
    private static final byte[] UK = uk(
            "",
            Map.of(
                    "Unique ID",
                    "XAM0001",
                    "Name 6",
                    "FRONT",
                    "Name type",
                    "Primary Name",
                    "Other Information",
                    "Some \"words\""),
            Map.of("Unique ID", "XAM0002", "Name 6", "OTHER", "Name type", "Primary Name"));

    static Stream<Arguments> broken() {
        String bomb = "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>\n"
                + "<CONSOLIDATED_LIST><ENTITIES>" + unEntity("XAe.1", "&b;", "") + "</ENTITIES></CONSOLIDATED_LIST>";
        String external = "<!DOCTYPE l [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>\n<CONSOLIDATED_LIST><ENTITIES>"
                + unEntity("XAe.1", "&a;", "") + "</ENTITIES></CONSOLIDATED_LIST>";
        return Stream.of(
                of("0 bytes", ListId.OFAC_SDN, new byte[0], Kind.EMPTY),
                of("blanks only", ListId.UN, bytes("\r\n  \n"), Kind.EMPTY),
                of("an empty gzip", ListId.UN, gzip(new byte[0]), Kind.EMPTY),
                of("an empty zip", ListId.OFAC_SDN, zip(Map.of()), Kind.EMPTY),
                of("only the mark of the end", ListId.OFAC_SDN, bytes("\u001a\r\n"), Kind.NO_ENTRIES),
                of("no entries", ListId.UN, un("2026-02-27"), Kind.NO_ENTRIES),
                of(
                        "a page instead of xml",
                        ListId.UN,
                        bytes("<!DOCTYPE html><html><body>503</body></html>"),
                        Kind.NOT_A_LIST),
                of(
                        "a page instead of csv",
                        ListId.OFAC_SDN,
                        bytes("\n<html lang=\"en\">Sorry</html>"),
                        Kind.NOT_A_LIST),
                of("a packed page", ListId.UK, gzip(bytes("<HTML><head></head></HTML>")), Kind.NOT_A_LIST),
                of("json", ListId.EU, bytes("{\"error\": \"no\"}"), Kind.NOT_A_LIST),
                of("some xml", ListId.EU, bytes("<error>no</error>"), Kind.NOT_A_LIST),
                of("csv for xml", ListId.UN, SDN, Kind.NOT_A_LIST),
                of("the list of another", ListId.EU, UN, Kind.OTHER_LIST),
                of("the UN's for OFAC's", ListId.OFAC_SDN, UN, Kind.OTHER_LIST),
                of("xml cut in the middle", ListId.UN, half(UN), Kind.TRUNCATED),
                of("csv cut in a quoted field", ListId.OFAC_SDN, cut(SDN, "\"GROUP 31"), Kind.TRUNCATED),
                of("csv cut in a row", ListId.OFAC_SDN, cut(SDN, "31,\"GROUP 31\",-0"), Kind.TRUNCATED),
                of("csv of the UK cut in a field", ListId.UK, cut(UK, "\"Some"), Kind.TRUNCATED),
                of("csv of the UK cut in a row", ListId.UK, cut(UK, "\"OTHER\""), Kind.TRUNCATED),
                of("gzip cut in the middle", ListId.UN, half(gzip(UN)), Kind.TRUNCATED),
                of("zip cut in the middle", ListId.OFAC_SDN, half(zip(Map.of("SDN.CSV", SDN))), Kind.TRUNCATED),
                of("broken gzip", ListId.UN, spoilt(gzip(UN)), Kind.UNPARSEABLE),
                of("broken xml", ListId.UN, replaced(UN, "</FIRST_NAME>", "</FIRST>"), Kind.UNPARSEABLE),
                of("words behind a quote", ListId.OFAC_SDN, bytes("36,\"A\"B,-0-\r\n"), Kind.UNPARSEABLE),
                of(
                        "more behind the end",
                        ListId.OFAC_SDN,
                        bytes("\u001a\r\n" + sdnRows(1, 1).get(0)),
                        Kind.UNPARSEABLE),
                of("csv in a wrong encoding", ListId.OFAC_SDN, latin("FRONT \u00c9TRANGER"), Kind.ENCODING),
                of(
                        "xml in a wrong encoding",
                        ListId.UN,
                        latin1(un("2026-02-27", unEntity("XAe.1", "\u00c9T", ""))),
                        Kind.ENCODING),
                of("an entity bomb", ListId.UN, bytes(bomb), Kind.DTD),
                of("an external entity", ListId.UN, bytes(external), Kind.DTD),
                of("columns moved", ListId.OFAC_SDN, moved(), Kind.COLUMNS),
                of(
                        "name and programme swapped",
                        ListId.OFAC_SDN,
                        ofac(List.of(sdn(1, "SDGT", "", "DOE, John", ""))),
                        Kind.COLUMNS),
                of("a column more", ListId.OFAC_SDN, bytes(sdnRows(1, 1).get(0) + ",1\r\n"), Kind.COLUMNS),
                of(
                        "a row with fewer columns",
                        ListId.OFAC_SDN,
                        bytes("1,\"A\"\r\n1,\"A\",-0-\r\n2,\"B\"\r\n"),
                        Kind.COLUMNS),
                of("the aliases alone", ListId.OFAC_SDN, ofac(List.of("36,12,\"aka\",\"QUAY\",-0- ")), Kind.COLUMNS),
                of("two files of entries", ListId.OFAC_SDN, zip(Map.of("a", SDN, "b", SDN)), Kind.COLUMNS),
                of("a column of the UK missing", ListId.UK, replaced(UK, "Unique ID", "Id"), Kind.COLUMNS),
                of("cells of the UK moved", ListId.UK, replaced(UK, "\"XAM0002\",", "\"\",\"XAM0002\","), Kind.COLUMNS),
                of("an entry of the UN without reference", ListId.UN, replaced(UN, "XAe.7<", "<"), Kind.COLUMNS),
                of(
                        "an entity of the EU without a name",
                        ListId.EU,
                        eu("2026-01-01", "<sanctionEntity logicalId=\"1\"/>"),
                        Kind.COLUMNS),
                of("too deep", ListId.UN, un("2026-02-27", unEntity("XAe.1", "A", nested(100))), Kind.TOO_LARGE),
                of(
                        "a huge record",
                        ListId.UN,
                        un("2026-02-27", unEntity("XAe.1", "A".repeat(5_000_000), "")),
                        Kind.TOO_LARGE),
                of(
                        "a huge field",
                        ListId.OFAC_SDN,
                        ofac(List.of(sdn(1, "A".repeat(2_000_000), "", "", ""))),
                        Kind.TOO_LARGE),
                of("a bomb of gzip", ListId.OFAC_SDN, gzip(new byte[3_000_000]), Kind.EMPTY),
                of("many files", ListId.OFAC_SDN, zip(many()), Kind.TOO_LARGE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void aBrokenFileSaysWhy(String what, ListId list, byte[] body, Kind kind) {
        UnreadableList thrown = assertThrows(UnreadableList.class, () -> ListFile.read(list, body), what);
        assertEquals(kind, thrown.fault().kind(), thrown.fault().detail());
        assertTrue(thrown.fault().detail().length() < 300, thrown.fault().detail());
    }

    static Stream<Arguments> doubtful() {
        List<String> twice = new ArrayList<>(sdnRows(1, 9));
        twice.add(sdn(3, "GROUP 3 AGAIN", "", "SDGT", ""));
        return Stream.of(
                of("references twice", ListId.OFAC_SDN, ofac(twice), Kind.DUPLICATE_REFERENCES),
                of(
                        "UTF-8 read as ISO-8859-1 before",
                        ListId.UN,
                        un("2026-02-27", unEntity("XAe.1", garbled(), "")),
                        Kind.GARBLED),
                of("letters lost", ListId.UN, un("2026-02-27", unEntity("XAe.1", "Al-Qa\ufffdda", "")), Kind.GARBLED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("doubtful")
    void aDoubtfulFileIsReadAndSaysWhy(String what, ListId list, byte[] body, Kind kind) throws UnreadableList {
        ParsedList parsed = ListFile.read(list, body);
        assertEquals(List.of(kind), parsed.faults().stream().map(Fault::kind).toList(), what);
        assertTrue(parsed.faults().stream().allMatch(fault -> fault.kind().releasable()));
    }

    /** A file that is cut off anywhere is never taken for a whole one with fewer entries, but for a csv file cut between its lines. */
    @Property(tries = 300)
    void aFileThatIsCutAnywhereIsNoShorterList(@ForAll @IntRange(min = 1, max = 10_000) int where) {
        for (byte[] whole : List.of(UN, gzip(UN), UK)) {
            byte[] part = Arrays.copyOf(whole, where % (whole.length - 2));
            ListId list = whole == UK ? ListId.UK : ListId.UN;
            String text = new String(part, StandardCharsets.UTF_8);
            boolean betweenLines =
                    text.endsWith("\"\"") || text.endsWith(",") || text.endsWith("\r") || text.endsWith("\n");
            if (whole != UK || !betweenLines) {
                assertThrows(UnreadableList.class, () -> ListFile.read(list, part));
            }
        }
    }

    /** Whatever the bytes are, there is a list or a reason. */
    @Property(tries = 500)
    void anyBytesGiveAListOrAReason(
            @ForAll byte[] noise, @ForAll @IntRange(min = 0, max = 4_000) int where, @ForAll ListId list) {
        for (byte[] whole : List.of(UN, SDN, UK, gzip(SDN), zip(Map.of("SDN.CSV", SDN)))) {
            byte[] spoilt = whole.clone();
            System.arraycopy(
                    noise,
                    0,
                    spoilt,
                    where % whole.length,
                    Math.min(noise.length, whole.length - where % whole.length));
            for (byte[] body : List.of(noise, spoilt)) {
                try {
                    assertTrue(!ListFile.read(list, body).entries().isEmpty());
                } catch (UnreadableList e) {
                    assertTrue(!e.fault().detail().isEmpty());
                }
            }
        }
    }

    private static Arguments of(String what, ListId list, byte[] body, Kind kind) {
        return Arguments.of(what, list, body, kind);
    }

    private static byte[] half(byte[] body) {
        return Arrays.copyOf(body, body.length / 2);
    }

    private static byte[] cut(byte[] body, String after) {
        String text = new String(body, StandardCharsets.UTF_8);
        return bytes(text.substring(0, text.indexOf(after) + after.length()));
    }

    private static byte[] replaced(byte[] body, String from, String to) {
        return bytes(new String(body, StandardCharsets.UTF_8).replace(from, to));
    }

    private static byte[] spoilt(byte[] body) {
        byte[] spoilt = body.clone();
        Arrays.fill(spoilt, 20, 60, (byte) 0xff);
        return spoilt;
    }

    private static byte[] latin(String name) {
        return latin1(ofac(List.of(sdn(1, name, "", "SDGT", ""))));
    }

    private static byte[] latin1(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String garbled() {
        return new String(bytes("Front de l'\u00c9toile"), StandardCharsets.ISO_8859_1);
    }

    private static byte[] moved() {
        return ofac(sdnRows(1, 20).stream()
                .map(row -> {
                    List<String> cells = new ArrayList<>(List.of(row.split(",")));
                    Collections.swap(cells, 1, 2);
                    return String.join(",", cells);
                })
                .toList());
    }

    private static String nested(int depth) {
        return "<A>".repeat(depth) + "</A>".repeat(depth);
    }

    private static Map<String, byte[]> many() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("SDN.CSV", SDN);
        for (int i = 0; i < 20; i++) {
            files.put("folder" + i + "/", new byte[0]);
        }
        return files;
    }
}
