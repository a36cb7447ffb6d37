package org.tocsin.ingest.rereading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.ingest.claim.ClaimType;
import org.tocsin.ingest.claim.DatePrecision;
import org.tocsin.ingest.claim.Evidence;
import org.tocsin.ingest.claim.Extent;
import org.tocsin.ingest.claim.Stance;
import org.tocsin.ingest.reading.ClaimBody;

class DifferencesTest {
    private static final ClaimBody FIRST = claim("r-1-0-0", ClaimType.TERRITORY_SEIZED, 0, 10);
    private static final ClaimBody SECOND = claim("r-1-1-0", ClaimType.ARMED_CLASH, 40, 50);

    @Test
    void theSameClaimsKeepTheirIdsThoughTheirSentencesAreCountedOtherwise() {
        Differences.Compared compared = Differences.between(
                List.of(FIRST, SECOND), List.of(FIRST.withId("r-1-3-0"), SECOND.withId("r-1-4-0")), 2);
        assertTrue(compared.differences().hasNone());
        assertEquals(List.of(FIRST, SECOND), compared.claims());
    }

    @Test
    void whatIsReadOtherwiseInTheSameWordsIsAlteredAndSaysWhere() {
        ClaimBody denied = with(FIRST, Stance.DENIED, ActorName.described("the army"));
        Differences.Compared compared = Differences.between(List.of(FIRST, SECOND), List.of(denied, SECOND), 2);
        ClaimBody named = denied.withId("r-1-0-0-2");
        assertEquals(
                new Differences(
                        List.of(),
                        List.of(),
                        List.of(new Differences.Altered(FIRST, named, List.of("stance", "changesHands", "claimant")))),
                compared.differences());
        assertEquals(List.of(named, SECOND), compared.claims());
    }

    @Test
    void anotherTriggerOfTheSameTypeInTheSameSentenceIsTheSameClaimAltered() {
        ClaimBody moved = claim("r-1-0-0", ClaimType.TERRITORY_SEIZED, 0, 20);
        Differences differences =
                Differences.between(List.of(FIRST), List.of(moved), 3).differences();
        assertEquals(
                List.of(new Differences.Altered(FIRST, moved.withId("r-1-0-0-3"), List.of("evidence"))),
                differences.altered());
    }

    @Test
    void otherClaimsAreAddedAndRemoved() {
        Differences differences =
                Differences.between(List.of(FIRST), List.of(SECOND), 2).differences();
        assertEquals(List.of(SECOND.withId("r-1-1-0-2")), differences.added());
        assertEquals(List.of(FIRST), differences.removed());
        assertEquals(List.of(), differences.altered());
    }

    @Test
    void aReportThatHadNoClaimsHasAllOfThemAdded() {
        assertEquals(
                2,
                Differences.between(List.of(), List.of(FIRST, SECOND), 2)
                        .differences()
                        .added()
                        .size());
    }

    @Property
    void nothingIsLostOrDoubledAndNoIdIsUsedForTwoThings(
            @ForAll("readings") List<ClaimBody> before, @ForAll("readings") List<ClaimBody> after) {
        Differences.Compared compared = Differences.between(before, after, 2);
        Differences differences = compared.differences();
        assertEquals(plain(after), plain(compared.claims()));
        List<ClaimBody> kept = compared.claims().stream()
                .filter(claim -> !claim.id().endsWith("-2"))
                .toList();
        assertTrue(before.containsAll(kept));
        assertEquals(
                sorted(before),
                sorted(Stream.of(
                                kept.stream(),
                                differences.removed().stream(),
                                differences.altered().stream().map(Differences.Altered::before))
                        .flatMap(all -> all)));
        assertEquals(
                sorted(compared.claims()),
                sorted(Stream.of(
                                kept.stream(),
                                differences.added().stream(),
                                differences.altered().stream().map(Differences.Altered::after))
                        .flatMap(all -> all)));
        assertTrue(
                Differences.between(compared.claims(), after, 3).differences().hasNone());
        List<String> ids = compared.claims().stream().map(ClaimBody::id).toList();
        assertEquals(ids.size(), ids.stream().distinct().count());
    }

    @Provide
    Arbitrary<List<ClaimBody>> readings() {
        Arbitrary<ClaimBody> claims = Combinators.combine(
                        Arbitraries.of(ClaimType.TERRITORY_SEIZED, ClaimType.ARMED_CLASH),
                        Arbitraries.of(0, 40, 80),
                        Arbitraries.of(10, 20),
                        Arbitraries.of(Stance.ASSERTED, Stance.DENIED))
                .as((type, sentence, trigger, stance) ->
                        with(claim("", type, sentence, sentence + trigger), stance, null));
        return claims.list().ofMaxSize(6).map(DifferencesTest::numbered);
    }

    private static List<ClaimBody> numbered(List<ClaimBody> claims) {
        List<ClaimBody> numbered = new java.util.ArrayList<>();
        for (ClaimBody claim : claims) {
            numbered.add(claim.withId("r-1-" + numbered.size() + "-0"));
        }
        return numbered;
    }

    private static List<ClaimBody> plain(List<ClaimBody> claims) {
        return claims.stream().map(claim -> claim.withId("")).toList();
    }

    private static List<String> sorted(List<ClaimBody> claims) {
        return sorted(claims.stream());
    }

    private static List<String> sorted(Stream<ClaimBody> claims) {
        return claims.map(ClaimBody::toString).sorted().collect(Collectors.toList());
    }

    private static ClaimBody claim(String id, ClaimType type, int sentence, int trigger) {
        return new ClaimBody(
                id,
                type,
                Stance.ASSERTED,
                type == ClaimType.TERRITORY_SEIZED,
                Extent.WHOLE,
                0.9,
                null,
                new ActorName("islamic-state", "Islamic State"),
                null,
                null,
                LocalDate.parse("2014-06-10"),
                DatePrecision.DAY,
                new Evidence(
                        "text",
                        new Evidence.Sentence(sentence, sentence + 30, "A sentence of thirty letters.."),
                        new Evidence.Span(trigger, trigger + 5),
                        null,
                        null),
                List.of("a rule"));
    }

    private static ClaimBody with(
            ClaimBody claim, Stance stance, @org.jspecify.annotations.Nullable ActorName claimant) {
        return new ClaimBody(
                claim.id(),
                claim.type(),
                stance,
                claim.changesHands() && stance == Stance.ASSERTED,
                claim.extent(),
                claim.confidence(),
                claim.place(),
                claim.actor(),
                claim.target(),
                claimant,
                claim.occurredOn(),
                claim.datePrecision(),
                claim.evidence(),
                claim.reasons());
    }
}
