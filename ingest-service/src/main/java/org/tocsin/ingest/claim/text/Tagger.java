package org.tocsin.ingest.claim.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/**
 * Parts of speech (Universal Dependencies) by Apache OpenNLP's English model: the same tags as the library's own tagger gives. That one searches with a beam of
 * three, but keeps a word's features with the tags before it of the first beginning it tries, so that the likeliest beginning always stays ahead: it is greedy,
 * and so is this one. A true beam finds 0.15 % more tags right (UD EWT and PUD). Thread-safe.
 */
public final class Tagger {
    private static final String MODEL = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";

    private final TagWeights weights;

    private Tagger(TagWeights weights) {
        this.weights = weights;
    }

    public static Tagger load() {
        try (InputStream in = Tagger.class.getResourceAsStream(MODEL)) {
            if (in == null) {
                throw new IllegalStateException("missing on the class path: " + MODEL);
            }
            return new Tagger(TagWeights.read(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One tag ({@code NOUN}, {@code PROPN}, {@code VERB}, ...) for each token of a sentence. */
    public List<String> tags(List<Token> sentence) {
        int capitals = 0;
        for (Token token : sentence) {
            capitals += token.allCapitals() ? 1 : 0;
        }
        boolean shouted = capitals * 3L > sentence.size() * 2L;
        String[] words = new String[sentence.size()];
        Arrays.setAll(
                words, i -> shouted ? sentence.get(i).lower() : sentence.get(i).text());
        return tagsOf(words);
    }

    /** The likeliest tag of each word, given the tags before it. */
    List<String> tagsOf(String[] words) {
        double[][] ofWords = weights.of(words);
        String[] tags = new String[words.length];
        int beforeLast = -1;
        int last = -1;
        for (int i = 0; i < words.length; i++) {
            weights.addTags(beforeLast, last, ofWords[i]);
            beforeLast = last;
            last = likeliest(ofWords[i]);
            tags[i] = weights.tags()[last];
        }
        return List.of(tags);
    }

    private static int likeliest(double[] sums) {
        int best = 0;
        for (int tag = 1; tag < sums.length; tag++) {
            if (sums[tag] > sums[best]) {
                best = tag;
            }
        }
        return best;
    }
}
