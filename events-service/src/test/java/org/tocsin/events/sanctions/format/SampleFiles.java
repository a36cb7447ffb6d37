package org.tocsin.events.sanctions.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files of the publishers' forms with made-up names. */
public final class SampleFiles {
    private static final String UK_HEADER =
            "Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1,Name 2,Name 3,Name 4,"
                    + "Name 5,Name type,Alias strength,Title,Name non-latin script,Non-latin script type,Non-latin script language,Regime Name,"
                    + "Designation Type,Designation source,Sanctions Imposed,Other Information,UK Statement of Reasons,Address Line 1,"
                    + "Address Line 2,Address Line 3,Address Line 4,Address Line 5,Address Line 6,Address Postal Code,Address Country,Phone number,"
                    + "Website,Email address,Date Designated,D.O.B,Nationality(/ies),National Identifier number,"
                    + "National Identifier additional information,Passport number,Passport additional information,Position,Gender,Town of birth,"
                    + "Country of birth,Type of entity,Subsidiaries,Parent company,Business registration number (s),IMO number,"
                    + "Current owner/operator (s),Previous owner/operator (s),Current believed flag of ship,Previous flags,Type of ship,"
                    + "Tonnage of ship,Length of ship,Year Built,Hull identification number (HIN)";

    private SampleFiles() {}

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A row of SDN.CSV. */
    public static String sdn(int number, String name, String type, String programmes, String remarks) {
        return number + ",\"" + name + "\"," + orNull(type) + "," + orNull(programmes)
                + ",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ," + orNull(remarks);
    }

    private static String orNull(String text) {
        return text.isEmpty() ? "-0- " : "\"" + text + "\"";
    }

    /** A file of OFAC: lines and the mark of the end. */
    public static byte[] ofac(List<String> rows) {
        return bytes(String.join("\r\n", rows) + "\r\n\u001a\r\n");
    }

    /** Rows of entities, numbered from one number to another. */
    public static List<String> sdnRows(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> sdn(number, "GROUP " + number, "", "SDGT", ""))
                .toList();
    }

    /** The UN's list with these entries. */
    public static byte[] un(String generated, String... entities) {
        return bytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<CONSOLIDATED_LIST dateGenerated=\"" + generated
                + "T00:00:09.554Z\">\n<INDIVIDUALS></INDIVIDUALS>\n<ENTITIES>\n" + String.join("\n", entities)
                + "\n</ENTITIES>\n</CONSOLIDATED_LIST>\n");
    }

    public static String unEntity(String reference, String name, String more) {
        return "<ENTITY><DATAID>" + Math.floorMod(reference.hashCode(), 1_000_000)
                + "</DATAID><VERSIONNUM>1</VERSIONNUM><FIRST_NAME>"
                + name
                + "</FIRST_NAME><UN_LIST_TYPE>Example</UN_LIST_TYPE><REFERENCE_NUMBER>" + reference
                + "</REFERENCE_NUMBER><LISTED_ON>2016-11-30</LISTED_ON>" + more + "</ENTITY>";
    }

    public static String[] unEntities(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> unEntity("XAe." + i, "GROUP " + i, ""))
                .toArray(String[]::new);
    }

    /** The UK's list: rows by the names of columns. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static byte[] uk(String firstLine, Map<String, String>... rows) {
        return bytes(firstLine + UK_HEADER + "\r\n"
                + Stream.of(rows).map(SampleFiles::ukRow).collect(Collectors.joining("\r\n")) + "\r\n");
    }

    private static String ukRow(Map<String, String> row) {
        return Stream.of(UK_HEADER.split(","))
                .map(column -> "\"" + row.getOrDefault(column, "").replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(","));
    }

    /** The EU's list with these entities. */
    public static byte[] eu(String generated, String... entities) {
        return bytes(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<export xmlns=\"http://eu.europa.ec/fpi/fsd/export\" generationDate=\""
                        + generated + "T18:13:00.000+02:00\" globalFileId=\"1\">\n" + String.join("\n", entities)
                        + "\n</export>\n");
    }

    public static byte[] gzip(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
