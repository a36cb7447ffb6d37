package org.tocsin.ingest.rereading;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tocsin.ingest.reading.ClaimBody;

/** What two readings of one text differ in. */
@RegisterForReflection(targets = {Differences.class, Differences.Altered.class})
record Differences(List<ClaimBody> added, List<ClaimBody> removed, List<Altered> altered) {
    static final Differences NONE = new Differences(List.of(), List.of(), List.of());

    private static final Map<String, Function<ClaimBody, Object>> FIELDS = fields();

    Differences {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        altered = List.copyOf(altered);
    }

    /** A claim that the newer reader makes of the same words, but otherwise. */
    @Schema(
            name = "AlteredClaim",
            description = "A claim that the newer reader makes of the same words, but otherwise.")
    record Altered(
            ClaimBody before,
            ClaimBody after,

            @Schema(description = "Names of the fields that differ.", examples = "[\"stance\", \"claimant\"]")
            List<String> fields) {
        Altered {
            fields = List.copyOf(fields);
        }
    }

    /**
     * The new reading of a report beside the one before.
     *
     * @param claims the new ones in the order of the text; a claim that stays the same keeps its id, every other has one that was never used
     */
    record Compared(List<ClaimBody> claims, Differences differences) {
        Compared {
            claims = List.copyOf(claims);
        }
    }

    boolean hasNone() {
        return added.isEmpty() && removed.isEmpty() && altered.isEmpty();
    }

    /**
     * Compares two readings of the same text. Claims are the same when everything but the id is. Of the others, two belong together when
     * they have the same trigger, or the same type in the same sentence.
     *
     * @param after with the ids of a first reading
     * @param number of the new reading among those of the revision; it is added to the ids of claims that are not the same
     */
    static Compared between(List<ClaimBody> before, List<ClaimBody> after, int number) {
        List<ClaimBody> gone = new ArrayList<>(before);
        List<ClaimBody> claims = new ArrayList<>();
        List<ClaimBody> come = new ArrayList<>();
        for (ClaimBody claim : after) {
            Optional<ClaimBody> same = taken(gone, claim, Differences::areTheSame);
            ClaimBody named = same.orElseGet(() -> claim.withId(claim.id() + "-" + number));
            if (same.isEmpty()) {
                come.add(named);
            }
            claims.add(named);
        }
        List<Altered> altered = new ArrayList<>();
        pair(gone, come, Differences::haveOneTrigger, altered);
        pair(gone, come, Differences::areOneTypeInOneSentence, altered);
        altered.sort((one, other) -> Integer.compare(claims.indexOf(one.after()), claims.indexOf(other.after())));
        return new Compared(claims, new Differences(come, gone, altered));
    }

    private static void pair(
            List<ClaimBody> gone,
            List<ClaimBody> come,
            BiPredicate<ClaimBody, ClaimBody> belong,
            List<Altered> altered) {
        for (ClaimBody claim : List.copyOf(come)) {
            taken(gone, claim, belong).ifPresent(old -> {
                come.remove(claim);
                altered.add(new Altered(old, claim, fieldsIn(old, claim)));
            });
        }
    }

    /** Takes the first that belongs to the claim out of those gone. */
    private static Optional<ClaimBody> taken(
            List<ClaimBody> gone, ClaimBody claim, BiPredicate<ClaimBody, ClaimBody> belong) {
        Optional<ClaimBody> found =
                gone.stream().filter(old -> belong.test(old, claim)).findFirst();
        found.ifPresent(gone::remove);
        return found;
    }

    private static boolean areTheSame(ClaimBody one, ClaimBody other) {
        return one.withId("").equals(other.withId(""));
    }

    private static boolean haveOneTrigger(ClaimBody one, ClaimBody other) {
        return one.evidence().field().equals(other.evidence().field())
                && one.evidence().trigger().equals(other.evidence().trigger());
    }

    private static boolean areOneTypeInOneSentence(ClaimBody one, ClaimBody other) {
        return one.type() == other.type()
                && one.evidence().field().equals(other.evidence().field())
                && one.evidence().sentence().start()
                        == other.evidence().sentence().start();
    }

    private static List<String> fieldsIn(ClaimBody one, ClaimBody other) {
        return FIELDS.entrySet().stream()
                .filter(field -> !Objects.equals(
                        field.getValue().apply(one), field.getValue().apply(other)))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, Function<ClaimBody, Object>> fields() {
        Map<String, Function<ClaimBody, Object>> fields = new LinkedHashMap<>();
        fields.put("type", ClaimBody::type);
        fields.put("stance", ClaimBody::stance);
        fields.put("changesHands", ClaimBody::changesHands);
        fields.put("extent", ClaimBody::extent);
        fields.put("confidence", ClaimBody::confidence);
        fields.put("place", ClaimBody::place);
        fields.put("actor", ClaimBody::actor);
        fields.put("target", ClaimBody::target);
        fields.put("claimant", ClaimBody::claimant);
        fields.put("occurredOn", ClaimBody::occurredOn);
        fields.put("datePrecision", ClaimBody::datePrecision);
        fields.put("evidence", ClaimBody::evidence);
        fields.put("reasons", ClaimBody::reasons);
        return fields;
    }
}
