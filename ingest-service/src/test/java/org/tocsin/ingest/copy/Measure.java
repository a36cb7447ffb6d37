package org.tocsin.ingest.copy;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.ingest.claim.reader.ClaimReader;
import org.tocsin.ingest.copy.Pairs.Pair;
import org.tocsin.ingest.copy.Pairs.Text;

/**
 * Precision and recall of a collection of pairs, and each error. A pair counts as found only if the search would find it too: the two must
 * be near by their fingerprints.
 *
 * <p>From the command line: {@code Measure development.txt}, with the test classes on the class path.
 */
final class Measure {
    private final ClaimReader reader = ClaimReader.load();

    /** Copies found, others taken for copies, copies missed, others left apart. */
    record Figures(int found, int falseJoins, int missed, int apart, List<String> errors) {
        double precision() {
            return found + falseJoins == 0 ? 1 : (double) found / (found + falseJoins);
        }

        double recall() {
            return (double) found / (found + missed);
        }
    }

    public static void main(String[] args) {
        Measure measure = new Measure();
        for (String file : args) {
            Figures figures = measure.of(Pairs.in(file));
            figures.errors().forEach(System.out::println);
            System.out.printf(
                    "%s: found %d of %d copies, joined %d of %d others; precision %.2f, recall %.2f%n",
                    file,
                    figures.found(),
                    figures.found() + figures.missed(),
                    figures.falseJoins(),
                    figures.falseJoins() + figures.apart(),
                    figures.precision(),
                    figures.recall());
        }
    }

    Figures of(List<Pair> pairs) {
        int[] counts = new int[4];
        List<String> errors = new ArrayList<>();
        for (Pair pair : pairs) {
            Story earlier = story(pair.earlier());
            Story later = story(pair.later());
            Verdict verdict = Comparison.between(earlier, later);
            boolean near = Fingerprints.areNear(Fingerprints.of(earlier), Fingerprints.of(later));
            boolean joined = verdict.isCopy() && near;
            counts[pair.copy() ? (joined ? 0 : 2) : (joined ? 1 : 3)]++;
            if (joined != pair.copy()) {
                errors.add((pair.copy() ? "MISSED " : "FALSE  ") + pair.name() + " ("
                        + pair.other().publisher() + "): " + verdict + (near ? ", near " : ", not near ")
                        + earlier.facts() + later.facts());
            }
        }
        return new Figures(counts[0], counts[1], counts[2], counts[3], errors);
    }

    Story story(Text text) {
        return Story.of(
                text.text(),
                text.publishedAt(),
                Fact.in(reader.read(new org.tocsin.ingest.claim.Text(text.title(), text.text(), text.publishedAt()))
                        .claims()));
    }
}
