package org.tocsin.ingest.claim.eval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tocsin.ingest.claim.Claim;
import org.tocsin.ingest.claim.ClaimType;
import org.tocsin.ingest.claim.Extent;
import org.tocsin.ingest.claim.Stance;
import org.tocsin.ingest.claim.Text;
import org.tocsin.ingest.claim.reader.ClaimReader;
import org.tocsin.reference.Actors;
import org.tocsin.reference.Countries;
import org.tocsin.reference.Places;

/**
 * Reads each sentence of a file alone and compares with what people read in it.
 *
 * <p>The file has one JSON object a line: {@code {id, published_date, text, changes_hands, city_named, place_id?, gold: [{type, city, country, actor,
 * event_date, claim, extent}], ambiguous?}}. Prints precision, recall and F1 of "did a place change hands", the share of right places, holders, stances,
 * extents and dates, and each error ({@code --quiet}: figures only).
 */
public final class EvaluateSentences {
    private static final Set<String> ABOUT_CONTROL =
            Set.of("seizure", "recapture", "withdrawal", "historical_mention", "threat_or_plan", "denial");

    private ClaimReader reader;
    private final GoldNames names;
    private final Detection changes = new Detection();
    private final Tally place = new Tally("place of the change right");
    private final Tally knownPlace = new Tally("  of those that a list has");
    private final Tally holder = new Tally("new holder right, where named");
    private final Tally namedHolder = new Tally("  of those that the sentence itself names");
    private final Tally told = new Tally("attributed or denied, not told as fact");
    private final Tally stance = new Tally("stance right, where a claim was read");
    private final Tally extent = new Tally("extent right, where a claim was read");
    private final Tally date = new Tally("date right, where one is told");
    private final List<String> errors = new ArrayList<>();

    EvaluateSentences(ClaimReader reader, GoldNames names) {
        this.reader = reader;
        this.names = names;
    }

    public static void main(String[] args) throws IOException {
        if (args.length < 1) {
            System.err.println("usage: EvaluateSentences <file of JSON lines> [--quiet]");
            System.exit(2);
        }
        Places places = Places.load();
        Countries countries = Countries.load();
        Actors actors = Actors.load(countries);
        EvaluateSentences evaluation = new EvaluateSentences(
                new ClaimReader(places, countries, actors), new GoldNames(places, countries, actors));
        evaluation.addAll(Path.of(args[0]));
        if (args.length == 1) {
            evaluation.errors.forEach(System.out::println);
        }
        evaluation.print();
    }

    void addAll(Path file) throws IOException {
        for (Gold row : Gold.of(file)) {
            add(row);
        }
    }

    Detection changes() {
        return changes;
    }

    Tally place() {
        return place;
    }

    Tally holder() {
        return holder;
    }

    Tally told() {
        return told;
    }

    /** From here on. */
    void readBy(ClaimReader other) {
        reader = other;
    }

    void add(Gold row) {
        List<Claim> claims =
                reader.read(new Text("", row.text(), row.publishedAt())).claims();
        boolean found = claims.stream().anyMatch(Claim::changesHands);
        changes.add(row.changesHands(), found);
        if (row.changesHands() != found) {
            error(row.changesHands() ? "MISS" : "FALSE", row, "", claims);
        }
        for (Gold.Reading gold : row.readings()) {
            if (row.changesHands() && found && gold.moves()) {
                compareChange(row, gold, claims);
            }
            compareClaim(row, gold, claims);
        }
        compareVoice(row, claims);
    }

    private void compareChange(Gold row, Gold.Reading gold, List<Claim> claims) {
        List<Claim> changing = claims.stream().filter(Claim::changesHands).toList();
        if (!gold.city().isEmpty() && row.cityNamed()) {
            boolean right = changing.stream().anyMatch(claim -> isThere(claim, gold));
            place.add(right);
            if (names.isKnown(gold.placeId(), gold.city(), gold.country())) {
                knownPlace.add(right);
            }
            if (!right) {
                error("PLACE", row, gold.city() + " " + gold.placeId(), claims);
            }
        }
        if (!gold.actor().isEmpty() && !gold.type().equals("withdrawal")) {
            boolean right = changing.stream()
                    .filter(claim ->
                            gold.city().isEmpty() || !row.cityNamed() || isThere(claim, gold) || changing.size() == 1)
                    .anyMatch(claim -> names.isParty(claim.actor(), gold.actor(), gold.country()));
            if (names.isNamed(row.text(), gold.actor(), gold.country())) {
                namedHolder.add(right);
            }
            if (!holder.add(right)) {
                error("HOLDER", row, gold.actor(), claims);
            }
        }
        if (!gold.day().isEmpty()) {
            boolean right = changing.stream()
                    .anyMatch(claim -> claim.occurredOn().toString().startsWith(gold.day()));
            if (!date.add(right)) {
                error("DATE", row, gold.day(), claims);
            }
        }
    }

    /** Stance and extent of what was read of the same place and kind. */
    private void compareClaim(Gold row, Gold.Reading gold, List<Claim> claims) {
        if (!ABOUT_CONTROL.contains(gold.type())) {
            return;
        }
        List<Claim> same = claims.stream()
                .filter(claim -> claim.type().movesControl() || claim.type() == ClaimType.TERRITORY_HELD)
                .filter(claim -> gold.city().isEmpty() || isThere(claim, gold) || claim.place() == null)
                .toList();
        if (same.isEmpty()) {
            return;
        }
        Stance wanted = stanceOf(gold);
        if (!stance.add(same.stream().anyMatch(claim -> claim.stance() == wanted))) {
            error("STANCE", row, wanted.toString(), claims);
        }
        Set<Extent> extents =
                switch (gold.extent()) {
                    case "part" -> Set.of(Extent.PART, Extent.SURROUNDINGS);
                    case "facility" -> Set.of(Extent.FACILITY);
                    default -> Set.of(Extent.WHOLE, Extent.MOST);
                };
        if (!extent.add(same.stream().anyMatch(claim -> extents.contains(claim.extent())))) {
            error("EXTENT", row, gold.extent(), claims);
        }
    }

    private static Stance stanceOf(Gold.Reading gold) {
        if (gold.type().equals("historical_mention")) {
            return Stance.HISTORICAL;
        }
        if (gold.type().equals("threat_or_plan") || gold.claim().equals("hypothetical")) {
            return Stance.PLANNED;
        }
        if (gold.claim().equals("negated")) {
            return Stance.NEGATED;
        }
        return gold.claim().startsWith("denied_by")
                ? Stance.DENIED
                : gold.claim().startsWith("claimed_by") ? Stance.CLAIMED : Stance.ASSERTED;
    }

    /** Sentences all of which is said by somebody: a change told as fact is the commonest dangerous error. */
    private void compareVoice(Gold row, List<Claim> claims) {
        boolean saidBySomebody =
                !row.readings().isEmpty() && row.readings().stream().allMatch(Gold.Reading::inSomebodysMouth);
        if (saidBySomebody) {
            boolean asFact =
                    claims.stream().anyMatch(claim -> claim.type().movesControl() && claim.stance() == Stance.ASSERTED);
            if (!told.add(!asFact)) {
                error("VOICE", row, row.readings().get(0).claim(), claims);
            }
        }
    }

    private boolean isThere(Claim claim, Gold.Reading gold) {
        return names.isPlace(claim.place(), gold.placeId(), gold.city(), gold.country());
    }

    private void error(String kind, Gold row, String wanted, List<Claim> claims) {
        errors.add(String.format("%-6s %s %s: %s%s", kind, row.id(), wanted, row.text(), Shown.of(claims)));
    }

    void print() {
        System.out.println("changes hands: " + changes);
        List.of(place, knownPlace, holder, namedHolder, told, stance, extent, date)
                .forEach(System.out::println);
    }
}
