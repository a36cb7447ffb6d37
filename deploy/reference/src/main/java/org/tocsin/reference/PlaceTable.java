package org.tocsin.reference;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The places as columns, in the order of their ids; a row becomes a {@link Place} only when it is asked for. */
final class PlaceTable {

    /** Coordinates are kept in this fraction of a degree, about a metre. */
    static final double COORDINATE_UNITS = 1e5;

    private final String[] countries;
    private final String[] admin1s;
    private final String[] features;
    private final String[] timeZones;
    private final int[] ids;
    private final int[] latitudes;
    private final int[] longitudes;
    private final int[] populations;
    private final short[] country;
    private final short[] admin1;
    private final short[] feature;
    private final short[] timeZone;
    private final int[] nameEnds;
    private final byte[] names;
    private final Map<Integer, Integer> rowOfFormerId = new HashMap<>();

    private PlaceTable(ByteBuffer in) {
        int size = in.getInt();
        countries = strings(in);
        admin1s = strings(in);
        features = strings(in);
        timeZones = strings(in);
        ids = ints(in, size);
        latitudes = ints(in, size);
        longitudes = ints(in, size);
        populations = ints(in, size);
        country = shorts(in, size);
        admin1 = shorts(in, size);
        feature = shorts(in, size);
        timeZone = shorts(in, size);
        nameEnds = ints(in, size);
        names = new byte[size == 0 ? 0 : nameEnds[size - 1]];
        in.get(names);
        for (int former = in.getInt(); former > 0; former--) {
            rowOfFormerId.put(in.getInt(), in.getInt());
        }
    }

    static PlaceTable load() {
        return new PlaceTable(ByteBuffer.wrap(Resources.bytes("places.bin")));
    }

    int size() {
        return ids.length;
    }

    /** The row of an id, also of one that was joined with another for the same place; or a negative number. */
    int row(String id) {
        boolean supplement = id.startsWith("x");
        String digits = supplement ? id.substring(1) : id;
        boolean canonical = !digits.isEmpty()
                && digits.length() <= 9
                && digits.charAt(0) != '0'
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!canonical) {
            return -1;
        }
        int number = supplement ? -Integer.parseInt(digits) : Integer.parseInt(digits);
        int row = Arrays.binarySearch(ids, number);
        return row >= 0 ? row : rowOfFormerId.getOrDefault(number, -1);
    }

    Place place(int row) {
        int nameStart = row == 0 ? 0 : nameEnds[row - 1];
        return new Place(
                ids[row] < 0 ? "x" + -ids[row] : Integer.toString(ids[row]),
                new String(names, nameStart, nameEnds[row] - nameStart, StandardCharsets.UTF_8),
                countries[country[row]],
                admin1s[admin1[row]],
                latitudes[row] / COORDINATE_UNITS,
                longitudes[row] / COORDINATE_UNITS,
                populations[row],
                features[feature[row]],
                timeZones[timeZone[row]]);
    }

    List<Place> places(int[] rows) {
        return Arrays.stream(rows).mapToObj(this::place).toList();
    }

    private static String[] strings(ByteBuffer in) {
        byte[] joined = new byte[in.getInt()];
        in.get(joined);
        return new String(joined, StandardCharsets.UTF_8).split("\n", -1);
    }

    private static int[] ints(ByteBuffer in, int size) {
        int[] column = new int[size];
        in.asIntBuffer().get(column);
        in.position(in.position() + size * Integer.BYTES);
        return column;
    }

    private static short[] shorts(ByteBuffer in, int size) {
        short[] column = new short[size];
        in.asShortBuffer().get(column);
        in.position(in.position() + size * Short.BYTES);
        return column;
    }
}
