package org.tocsin.ingest.claim.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.ingest.claim.Claim;
import org.tocsin.ingest.claim.PlaceName;
import org.tocsin.ingest.claim.Text;
import org.tocsin.ingest.claim.clause.Candidate;
import org.tocsin.ingest.claim.learned.Asked;
import org.tocsin.ingest.claim.learned.Judge;
import org.tocsin.ingest.claim.reader.ClaimReader;
import org.tocsin.ingest.claim.text.Token;
import org.tocsin.ingest.claim.text.Tokens;
import org.tocsin.reference.Actors;
import org.tocsin.reference.Countries;
import org.tocsin.reference.Place;
import org.tocsin.reference.Places;

/** Reads labelled sentences with the rules alone and keeps what the learned weights are asked about them. */
final class LabelledSentences {
    /**
     * One sentence.
     *
     * @param ruled what the rules say
     * @param beyond the rules tell a change of a place that nobody is asked about
     * @param noisy people say that a place changed hands, and none of those asked about is it
     */
    record Row(
            Gold gold,
            String group,
            boolean unseen,
            boolean ruled,
            boolean beyond,
            boolean noisy,
            List<LabelledPlace> places,
            List<Token> tokens) {}

    private final GoldNames names;
    private final ClaimReader reader;
    private final List<Asked> asked = new ArrayList<>();
    final List<Row> rows = new ArrayList<>();

    LabelledSentences(Places places, Countries countries, Actors actors) {
        this.names = new GoldNames(places, countries, actors);
        this.reader = new ClaimReader(places, countries, actors, new Recorder(asked));
    }

    /** Asks about everything, decides nothing. */
    private record Recorder(List<Asked> asked) implements Judge {
        @Override
        public boolean isWorthAsking(List<Token> sentence) {
            return true;
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // the same question may be put twice, equal ones are not the same
        public double logOdds(Asked one) {
            if (asked.stream().noneMatch(known -> known == one)) {
                asked.add(one);
            }
            return 0;
        }

        @Override
        public double adds() {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public double takes() {
            return Double.NEGATIVE_INFINITY;
        }

        @Override
        public List<String> heaviest(Asked one, boolean inFavour) {
            return List.of();
        }
    }

    /** @param unseen no rule was made or tuned on these */
    void addAll(Path file, boolean unseen) throws IOException {
        if (file.toString().endsWith(".txt")) {
            TableRows.of(file).forEach(gold -> add(gold, gold.id(), unseen));
            return;
        }
        ObjectMapper json = new ObjectMapper();
        for (String line : Files.readAllLines(file)) {
            JsonNode row = json.readTree(line);
            if (!line.isBlank() && row.has("text") && !row.path("ambiguous").asBoolean(false)) {
                Gold gold = Gold.of(row);
                String source = Gold.text(row, "source_url");
                add(gold, source.isEmpty() ? file.getFileName() + " " + gold.id() : source, unseen);
            }
        }
    }

    private void add(Gold gold, String group, boolean unseen) {
        asked.clear();
        List<Claim> changing = reader.read(new Text("", gold.text(), gold.publishedAt())).claims().stream()
                .filter(Claim::changesHands)
                .toList();
        List<LabelledPlace> places = new ArrayList<>();
        for (Asked one : asked) {
            boolean ruled = one.told().stream().anyMatch(told -> told.claim().changesHands());
            places.add(new LabelledPlace(
                    rows.size(), group, unseen, isChanged(gold, one.candidate()), ruled, one.features()));
        }
        Set<Claim> covered = new HashSet<>();
        asked.forEach(one -> one.told().forEach(told -> covered.add(told.claim())));
        boolean beyond = changing.stream().anyMatch(claim -> !covered.contains(claim));
        boolean noisy = gold.changesHands() && places.stream().noneMatch(LabelledPlace::changed);
        rows.add(new Row(gold, group, unseen, !changing.isEmpty(), beyond, noisy, places, Tokens.of(gold.text())));
    }

    private boolean isChanged(Gold gold, Candidate candidate) {
        Place place = candidate.place();
        return gold.changesHands()
                && gold.readings().stream()
                        .filter(Gold.Reading::moves)
                        .anyMatch(reading -> place == null
                                || place.name().equalsIgnoreCase(reading.city())
                                || names.isPlace(
                                        new PlaceName(
                                                place.id(),
                                                place.name(),
                                                place.country(),
                                                place.latitude(),
                                                place.longitude()),
                                        reading.placeId(),
                                        reading.city(),
                                        reading.country()));
    }
}
