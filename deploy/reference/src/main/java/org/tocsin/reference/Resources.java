package org.tocsin.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the jar carries beside its classes. */
final class Resources {

    private Resources() {}

    /** @throws IllegalStateException if the build did not make it */
    static byte[] bytes(String name) {
        try (InputStream in = Resources.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing reference data: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("unreadable reference data: " + name, e);
        }
    }

    /** The words of a list; lines that begin with # are comments. */
    static Set<String> words(String name) {
        Set<String> words = new HashSet<>();
        for (String line : new String(bytes(name), StandardCharsets.UTF_8).split("\r?\n", -1)) {
            if (!line.startsWith("#") && !line.isBlank()) {
                words.addAll(Arrays.asList(line.strip().split(" ", -1)));
            }
        }
        return Set.copyOf(words);
    }

    static List<Tsv.Row> table(String name) {
        return Tsv.parse(new String(bytes(name), StandardCharsets.UTF_8));
    }
}
