package org.tocsin.ingest.claim.eval;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tocsin.ingest.claim.reader.ClaimReader;
import org.tocsin.reference.Actors;
import org.tocsin.reference.Countries;
import org.tocsin.reference.Places;

/** What the reader must reach on news that nobody looked at while its rules were written. Do not look at the errors of these files: they would be spent. */
class KeptApartTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "org", "tocsin", "ingest", "claim", "eval");
    private static final Places PLACES = Places.load();
    private static final Countries COUNTRIES = Countries.load();
    private static final Actors ACTORS = Actors.load(COUNTRIES);
    private static final ClaimReader READER = new ClaimReader(PLACES, COUNTRIES, ACTORS);
    private static final GoldNames NAMES = new GoldNames(PLACES, COUNTRIES, ACTORS);

    @Test
    void sentencesOfOrdinaryNewsAreReadAsWellAsWasMeasured() throws IOException {
        EvaluateSentences evaluation = new EvaluateSentences(READER, NAMES);
        evaluation.addAll(FOLDER.resolve("sentences-apart.jsonl"));
        assertTrue(evaluation.changes().precision() >= 0.95, () -> "changes hands: " + evaluation.changes());
        assertTrue(evaluation.changes().f1() >= 0.88, () -> "changes hands: " + evaluation.changes());
        assertTrue(evaluation.told().share() >= 0.97, () -> evaluation.told().toString());
        assertTrue(evaluation.place().share() >= 0.93, () -> evaluation.place().toString());
        assertTrue(
                evaluation.holder().share() >= 0.85, () -> evaluation.holder().toString());
    }

    @Test
    void sentencesThatAvoidTheOrdinaryWordsAreMissedRatherThanMisread() throws IOException {
        EvaluateSentences evaluation = new EvaluateSentences(READER, NAMES);
        evaluation.addAll(FOLDER.resolve("sentences-hard.jsonl"));
        assertTrue(evaluation.changes().precision() >= 0.92, () -> "changes hands: " + evaluation.changes());
        assertTrue(evaluation.told().share() >= 0.95, () -> evaluation.told().toString());
    }

    @Test
    void wholeArticlesOfOrdinaryNewsAreReadAsWellAsWasMeasured() throws IOException {
        EvaluateArticles evaluation = new EvaluateArticles(READER, NAMES);
        evaluation.addAll(FOLDER.resolve("articles-apart.jsonl"));
        assertTrue(evaluation.cities().precision() >= 0.87, () -> "cities: " + evaluation.cities());
        assertTrue(evaluation.cities().f1() >= 0.84, () -> "cities: " + evaluation.cities());
        assertTrue(
                evaluation.holder().share() >= 0.85, () -> evaluation.holder().toString());
    }
}
