package org.tocsin.ingest.claim.learned;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.ingest.claim.text.Token;

/**
 * The learned weights, one line each: weight, blank, feature. Lines of {@code add}, {@code take} and {@code worth} are the thresholds, {@code word} those of
 * the cheap first look.
 */
public final class Weights implements Judge {
    private static final String RESOURCE = "weights.txt";
    private static final int SHOWN = 3;
    private static final String FIRST_LOOK = "word ";
    static final String ADDS = "add";
    static final String TAKES = "take";
    static final String WORTH = "worth";

    private final Map<String, Float> byFeature;
    private final Map<String, Float> byWord;

    /** @param weights of features, of {@code word w}, and the three thresholds */
    public Weights(Map<String, Float> weights) {
        this.byFeature = new HashMap<>(weights);
        this.byWord = new HashMap<>();
        weights.forEach((name, weight) -> {
            if (name.startsWith(FIRST_LOOK)) {
                byWord.put(name.substring(FIRST_LOOK.length()), weight);
                byFeature.remove(name);
            }
        });
    }

    public static Weights load() {
        try (InputStream in = Weights.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("missing on the class path: " + RESOURCE);
            }
            return new Weights(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toMap(
                            line -> line.substring(line.indexOf(' ') + 1),
                            line -> Float.valueOf(line.substring(0, line.indexOf(' '))))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean isWorthAsking(List<Token> sentence) {
        return oddsOfWords(sentence) >= threshold(WORTH);
    }

    /** Log odds that a sentence of these words tells of a change of hands. */
    public double oddsOfWords(List<Token> sentence) {
        double sum = 0;
        for (String word : words(sentence)) {
            sum += byWord.getOrDefault(word, 0f);
        }
        return sum;
    }

    /** The words of the first look: stems, and pairs of neighbours. */
    public static Set<String> words(List<Token> sentence) {
        Set<String> words = new HashSet<>();
        words.add("");
        for (Token token : sentence) {
            if (token.isWord() && !token.isNumber()) {
                words.add(Vocabulary.stem(token.lower()));
            }
        }
        return words;
    }

    @Override
    public double logOdds(Asked asked) {
        return logOdds(asked.features());
    }

    public double logOdds(List<String> features) {
        double sum = 0;
        for (String feature : features) {
            sum += byFeature.getOrDefault(feature, 0f);
        }
        return sum;
    }

    @Override
    public double adds() {
        return threshold(ADDS);
    }

    @Override
    public double takes() {
        return threshold(TAKES);
    }

    private double threshold(String name) {
        return byFeature.getOrDefault(name, 0f);
    }

    @Override
    public List<String> heaviest(Asked asked, boolean inFavour) {
        Comparator<Map.Entry<String, Float>> order =
                Map.Entry.<String, Float>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());
        return asked.features().stream()
                .map(name -> Map.entry(name, (inFavour ? 1 : -1) * byFeature.getOrDefault(name, 0f)))
                .filter(entry -> entry.getValue() > 0)
                .sorted(order)
                .limit(SHOWN)
                .map(entry -> String.format(Locale.ROOT, "%s (%.2f)", entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The lines of the file, in the order of the names. */
    public static Stream<String> lines(Map<String, Float> weights) {
        return weights.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> String.format(Locale.ROOT, "%.3f %s", entry.getValue(), entry.getKey()));
    }
}
