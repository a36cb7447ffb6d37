package org.tocsin.reference.build;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Writes the columns that {@code PlaceTable} maps: big-endian, one column after the other. */
final class PlaceFiles {

    /** As in {@code PlaceTable}. */
    private static final double COORDINATE_UNITS = 1e5;

    private final List<PlaceRow> places;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 23);
    private final DataOutputStream out = new DataOutputStream(bytes);

    private PlaceFiles(List<PlaceRow> places) {
        this.places = places;
    }

    static void write(List<PlaceRow> places, Path file) throws IOException {
        var files = new PlaceFiles(places);
        files.writeAll();
        Files.write(file, files.bytes.toByteArray());
    }

    private void writeAll() throws IOException {
        out.writeInt(places.size());
        List<int[]> indexed = new ArrayList<>();
        for (Function<PlaceRow, String> column : List.<Function<PlaceRow, String>>of(
                PlaceRow::country, PlaceRow::admin1, PlaceRow::feature, PlaceRow::timeZone)) {
            indexed.add(strings(column));
        }
        ints(PlaceRow::id);
        ints(place -> (int) Math.round(place.latitude() * COORDINATE_UNITS));
        ints(place -> (int) Math.round(place.longitude() * COORDINATE_UNITS));
        ints(PlaceRow::population);
        for (int[] column : indexed) {
            for (int index : column) {
                out.writeShort(index);
            }
        }
        names();
        formerIds();
    }

    /** Writes the different values, answers the index of each row's. */
    private int[] strings(Function<PlaceRow, String> column) throws IOException {
        Map<String, Integer> indexes = new HashMap<>();
        List<String> values = new ArrayList<>();
        int[] rows = new int[places.size()];
        for (int row = 0; row < rows.length; row++) {
            String value = column.apply(places.get(row));
            Integer index = indexes.putIfAbsent(value, values.size());
            if (index == null) {
                values.add(value);
            }
            rows[row] = index == null ? values.size() - 1 : index;
        }
        if (values.size() > Short.MAX_VALUE) {
            throw new IOException("too many different values for a short: " + values.size());
        }
        byte[] joined = String.join("\n", values).getBytes(StandardCharsets.UTF_8);
        out.writeInt(joined.length);
        out.write(joined);
        return rows;
    }

    private void ints(ToIntFunction<PlaceRow> column) throws IOException {
        for (PlaceRow place : places) {
            out.writeInt(column.applyAsInt(place));
        }
    }

    private void names() throws IOException {
        var names = new ByteArrayOutputStream();
        for (PlaceRow place : places) {
            names.writeBytes(place.name().getBytes(StandardCharsets.UTF_8));
            out.writeInt(names.size());
        }
        names.writeTo(out);
    }

    private void formerIds() throws IOException {
        Map<Integer, Integer> rowOfFormerId = new TreeMap<>();
        for (int row = 0; row < places.size(); row++) {
            for (int id : places.get(row).formerIds()) {
                rowOfFormerId.put(id, row);
            }
        }
        out.writeInt(rowOfFormerId.size());
        for (Map.Entry<Integer, Integer> former : rowOfFormerId.entrySet()) {
            out.writeInt(former.getKey());
            out.writeInt(former.getValue());
        }
    }
}
