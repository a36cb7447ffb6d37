package org.tocsin.ingest.claim.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.postag.POSModel;
import opennlp.tools.util.featuregen.FeatureGeneratorUtil;
import org.jspecify.annotations.Nullable;

/**
 * The weights of OpenNLP's model of English parts of speech (maximum entropy), laid out by what they ask: beginning and ending of the word, the word and its four
 * neighbours, its shape, the two tags before. So a word costs eleven look-ups for all tags it might follow, where the library builds every feature's name and
 * looks it up again for each of them. Sums are those of the library up to rounding.
 */
final class TagWeights {
    /** Letters of a beginning or an ending that the model asks for. */
    private static final int AFFIX = 4;

    /** Of a word that the model does not know. */
    private static final @Nullable Context[] NONE = new @Nullable Context[5];

    private final String[] tags;
    private final double[] always;
    private final double[][] atSentenceStart;
    private final Map<String, Context> beginnings = new HashMap<>();
    private final Map<String, Context> endings = new HashMap<>();
    private final Map<String, Context> shapes = new HashMap<>();
    /** By the word, a comma and its shape. */
    private final Map<String, Context> wordsOfShape = new HashMap<>();
    /** For each word its weights as the word itself, one and two words before, one and two words after it. */
    private final Map<String, @Nullable Context[]> words = new HashMap<>();

    private final double[][] afterTag;
    private final double[][][] afterTags;

    private TagWeights(String[] tags) {
        int n = tags.length;
        this.tags = tags;
        always = new double[n];
        atSentenceStart = new double[3][n];
        afterTag = new double[n][n];
        afterTags = new double[n][n][n];
    }

    static TagWeights read(InputStream in) throws IOException {
        AbstractModel model = new POSModel(in).getArtifact("pos.model");
        Object[] parts = model.getDataStructures();
        @SuppressWarnings("unchecked") // as the library documents it: the weights of each feature by its name
        Map<String, Context> features = (Map<String, Context>) parts[1];
        TagWeights weights = new TagWeights((String[]) parts[2]);
        features.forEach(weights::put);
        return weights;
    }

    String[] tags() {
        return tags;
    }

    private void put(String feature, Context weights) {
        int equals = feature.indexOf('=');
        String what = equals < 0 ? feature : feature.substring(0, equals);
        String value = feature.substring(equals + 1);
        switch (what) {
            case "def" -> add(weights, always);
            case "pre" -> beginnings.put(value, weights);
            case "suf" -> endings.put(value, weights);
            case "wc" -> shapes.put(value, weights);
            case "w&c" -> wordsOfShape.put(value, weights);
            case "w" -> word(value)[0] = weights;
            case "p1w" -> word(value)[1] = weights;
            case "p2w" -> word(value)[2] = weights;
            case "n1w" -> word(value)[3] = weights;
            case "n2w" -> word(value)[4] = weights;
            case "S" -> add(weights, atSentenceStart[0]);
            case "p1S" -> add(weights, atSentenceStart[1]);
            case "p2S" -> add(weights, atSentenceStart[2]);
            case "t" -> add(weights, afterTag[tag(value)]);
            case "t2" -> {
                int comma = value.indexOf(',');
                add(weights, afterTags[tag(value.substring(0, comma))][tag(value.substring(comma + 1))]);
            }
            default -> throw new IllegalStateException("a feature that is not known: " + feature);
        }
    }

    private @Nullable Context[] word(String word) {
        return words.computeIfAbsent(word, key -> new @Nullable Context[5]);
    }

    private int tag(String name) {
        int at = List.of(tags).indexOf(name);
        if (at < 0) {
            throw new IllegalStateException("a tag that is not known: " + name);
        }
        return at;
    }

    /** For each word and each tag, the weight of all that does not hang on the tags before. */
    double[][] of(String[] sentence) {
        String[] lower = new String[sentence.length];
        Arrays.setAll(lower, i -> sentence[i].toLowerCase(Locale.ROOT));
        @Nullable Context[][] known = new @Nullable Context[sentence.length][];
        Arrays.setAll(known, i -> words.getOrDefault(lower[i], NONE));
        double[][] sums = new double[sentence.length][];
        for (int i = 0; i < sentence.length; i++) {
            double[] sum = always.clone();
            addAffixes(sentence[i], sum);
            String shape = shape(sentence[i]);
            add(shapes.get(shape), sum);
            add(wordsOfShape.get(lower[i] + ',' + shape), sum);
            add(known[i][0], sum);
            for (int away = 1; away <= 2; away++) {
                if (i >= away) {
                    add(known[i - away][away], sum);
                }
                if (i + away < sentence.length) {
                    add(known[i + away][2 + away], sum);
                }
            }
            if (i < atSentenceStart.length) {
                add(atSentenceStart[i], sum);
            }
            sums[i] = sum;
        }
        return sums;
    }

    /** Adds what the one or two tags before say; -1 where there is none. */
    void addTags(int beforeLast, int last, double[] sum) {
        if (last >= 0) {
            add(afterTag[last], sum);
            if (beforeLast >= 0) {
                add(afterTags[beforeLast][last], sum);
            }
        }
    }

    private void addAffixes(String word, double[] sum) {
        int length = word.length();
        for (int letters = 1; letters <= Math.min(AFFIX, length); letters++) {
            add(beginnings.get(word.substring(0, letters)), sum);
            add(endings.get(word.substring(length - letters)), sum);
        }
    }

    /** The library's class of the word; the two commonest are told without asking it. */
    static String shape(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean small = c >= 'a' && c <= 'z';
            boolean capital = i == 0 && c >= 'A' && c <= 'Z' && word.length() > 1;
            if (!small && !capital) {
                return FeatureGeneratorUtil.tokenFeature(word);
            }
        }
        return word.charAt(0) >= 'a' ? "lc" : "ic";
    }

    private static void add(@Nullable Context weights, double[] sum) {
        if (weights != null) {
            int[] outcomes = weights.getOutcomes();
            double[] parameters = weights.getParameters();
            for (int i = 0; i < outcomes.length; i++) {
                sum[outcomes[i]] += parameters[i];
            }
        }
    }

    private static void add(double[] weights, double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weights[i];
        }
    }
}
