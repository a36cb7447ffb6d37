package org.tocsin.reference.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.tocsin.reference.Folding;

/** {@code PrepareReference <raw folder> <classes folder>}: makes the files of a release, unless nothing they depend on has changed. */
public final class PrepareReference {

    private PrepareReference() {}

    public static void main(String[] arguments) throws IOException {
        Path raw = Path.of(arguments[0]);
        Path classes = Path.of(arguments[1]);
        Path out = classes.resolve("org/tocsin/reference");
        Path stamp = classes.resolve("org/tocsin/reference/build/prepared-from");
        String inputs = digest(List.of(raw, classes));
        if (Files.exists(stamp) && Files.readString(stamp).equals(inputs)) {
            return;
        }
        prepare(raw, out);
        Files.writeString(stamp, inputs);
    }

    private static void prepare(Path raw, Path out) throws IOException {
        List<PlaceRow> places = List.copyOf(RawPlaces.read(raw));
        PlaceFiles.write(places, out.resolve("places.bin"));
        var names = new IndexFiles();
        var keys = new IndexFiles();
        for (int row = 0; row < places.size(); row++) {
            for (String spelling : places.get(row).spellings()) {
                names.add(Folding.fold(spelling), row);
                if (isKeyed(places.get(row), spelling)) {
                    keys.add(Folding.transliterationKey(spelling), row);
                }
            }
        }
        // Most populous first; among equals the higher seat, then the older id; what a newer GeoNames added comes last.
        Comparator<Integer> order = Comparator.comparing(
                        (Integer row) -> -places.get(row).population())
                .thenComparing(row -> places.get(row).feature().startsWith("PPLA") ? 0 : 1)
                .thenComparing(row -> places.get(row).isRecent())
                .thenComparing(row -> places.get(row).id());
        names.write(out, "names", order);
        keys.write(out, "keys", order);
        CountryFiles.write(raw, places, out.resolve("countries.tsv"));
        for (String table : List.of("admin1.tsv", "region-names.tsv")) {
            Files.copy(raw.resolve(table), out.resolve(table), StandardCopyOption.REPLACE_EXISTING);
        }
        System.out.printf(
                "reference data: %,d places, %,d names, %,d transliteration keys%n",
                places.size(), names.size(), keys.size());
    }

    private static boolean isKeyed(PlaceRow place, String spelling) {
        return Romanised.COUNTRIES.contains(place.country())
                && Folding.fold(spelling).chars().allMatch(c -> c == ' ' || (c >= 'a' && c <= 'z'));
    }

    private static boolean isInput(Path file) {
        String path = file.toString();
        return !path.contains("org/tocsin/reference") || path.endsWith(".class");
    }

    /** Over the raw files and the program that reads them. */
    private static String digest(List<Path> folders) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (Path folder : folders) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.filter(Files::isRegularFile)
                            .filter(PrepareReference::isInput)
                            .sorted()
                            .toList()) {
                        digest.update(Files.readAllBytes(file));
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
