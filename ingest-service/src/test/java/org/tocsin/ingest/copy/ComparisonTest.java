package org.tocsin.ingest.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.ingest.copy.Pairs.Pair;
import org.tocsin.ingest.copy.Pairs.Text;

class ComparisonTest {
    private static final Instant NOON = Instant.parse("2014-06-10T12:00:00Z");
    private static final List<String> STORY = List.of(
            "Rebels captured the river port of Ardania on Monday after a siege of three weeks, the mayor said.",
            "Soldiers had blown up both bridges before they left, witnesses told reporters.",
            "About 4,000 people were sheltering in schools and churches, the Red Cross said.",
            "The army chief, General Oruk, promised an inquiry into the defeat.");

    @Test
    void allPairsForDevelopmentAreToldApart() {
        Measure.Figures figures = new Measure().of(Pairs.in("development.txt"));
        assertEquals(List.of(), figures.errors());
        assertEquals(30, figures.found());
        assertEquals(35, figures.apart());
    }

    @Test
    void ofThePairsKeptApartNoneIsJoinedFalselyAndFewAreMissed() {
        Measure.Figures figures = new Measure().of(Pairs.in("apart.txt"));
        assertEquals(0, figures.falseJoins(), figures.errors().toString());
        assertTrue(figures.recall() >= 0.92, figures.errors().toString());
    }

    @Test
    void noTwoReportsOfDifferentStoriesAreJoinedThoughAllAppearedInTheSameHour() {
        Measure measure = new Measure();
        List<String> names = new ArrayList<>();
        List<Story> stories = new ArrayList<>();
        for (String file : List.of("development.txt", "apart.txt")) {
            for (Pair pair : Pairs.in(file)) {
                for (Text text : List.of(pair.story(), pair.other())) {
                    names.add(pair.name().substring(0, pair.name().indexOf(':')));
                    stories.add(measure.story(new Text(text.publisher(), NOON, text.title(), text.text())));
                }
            }
        }
        int compared = 0;
        for (int i = 0; i < stories.size(); i++) {
            for (int j = 0; j < stories.size(); j++) {
                if (!names.get(i).equals(names.get(j))) {
                    compared++;
                    assertFalse(
                            Comparison.between(stories.get(i), stories.get(j)).isCopy(),
                            names.get(i) + " and " + names.get(j));
                }
            }
        }
        assertTrue(compared > 30_000, "compared " + compared);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Monday | Thursday | differs: day",
                "three weeks | five weeks | differs: number",
                "Ardania | Belluno | differs: name",
                "4,000 | 40,000 | differs: number",
                "General Oruk | General Mesta | differs: name",
                "captured | recaptured | differs: TAKE",
                "captured the | vowed to capture the | differs: MAYBE",
                "captured the | did not capture the | differs: NOT",
                "captured the | denied that they captured the | differs: DENY",
                "captured the | captured half of the | differs: PART",
                "captured the river port of | left the river port of | differs: TAKE",
            })
    void whatDecidesMayNotDiffer(String here, String there, String reason) {
        Verdict verdict = Comparison.between(story(NOON, STORY), story(NOON, replaced(here, there)));
        assertEquals(reason, verdict.reason());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "three weeks | 3 weeks",
                "4,000 | 4 000",
                "captured | seized",
                "after a siege | following a siege",
                "witnesses told reporters | according to witnesses",
                "on Monday | ''",
                "the mayor said | its mayor said",
                "Rebels captured | BELLUNO, June 10 (Agency) - Rebels captured",
            })
    void whatDoesNotDecideMayDiffer(String here, String there) {
        assertTrue(Comparison.between(story(NOON, STORY), story(NOON, replaced(here, there)))
                .isCopy());
    }

    @Test
    void theSameWordsWithAnotherDoerAreAnotherHappening() {
        String taken = "The rebels captured the river port of Ardania from the army on Monday after a siege.";
        String retaken = "The army captured the river port of Ardania from the rebels on Monday after a siege.";
        String passive = "The river port of Ardania was captured from the army by the rebels on Monday after a siege.";
        assertEquals(
                "differs: doer",
                Comparison.between(story(NOON, List.of(taken)), story(NOON, List.of(retaken)))
                        .reason());
        assertTrue(Comparison.between(story(NOON, List.of(taken)), story(NOON, List.of(passive)))
                .isCopy());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ISIS fighters denied that they captured Mosul | differs: DENY",
                "ISIS fighters recaptured Mosul | differs: TAKE",
                "ISIS fighters left Mosul | differs: TAKE",
                "ISIS fighters captured Raqqa | differs: name",
            })
    void whatStandsBeforeADashIsComparedUnlessItIsADateline(String beginning, String reason) {
        String rest = " \u2013 the second city of the country \u2013 on Tuesday after soldiers and police fled.";
        Story taken = story(NOON, List.of("ISIS fighters captured Mosul" + rest));
        assertEquals(
                reason,
                Comparison.between(taken, story(NOON, List.of(beginning + rest)))
                        .reason());
        String dateline = "MOSUL, June 10 (Agency) \u2013 ISIS fighters captured Mosul";
        assertTrue(
                Comparison.between(taken, story(NOON, List.of(dateline + rest))).isCopy());
    }

    @Test
    void moreThanFiveDaysApartNothingIsACopy() {
        Story story = story(NOON, STORY);
        assertTrue(Comparison.between(story, story(NOON.plus(Duration.ofDays(5)), STORY))
                .isCopy());
        assertFalse(
                Comparison.between(story, story(NOON.plus(Duration.ofDays(5)).plusMillis(1), STORY))
                        .isCopy());
    }

    @Test
    void inAnyOrderOfSentencesItIsTheSameStory() {
        List<String> sentences = new ArrayList<>(STORY);
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(sentences, random);
            assertTrue(Comparison.between(story(NOON, STORY), story(NOON, sentences))
                    .isCopy());
        }
    }

    @Test
    void aLaterReportThatTellsMoreOfWhoHoldsAPlaceIsNoCopy() {
        Fact taken = new Fact(Fact.Kind.TAKES, "1", "rebels", LocalDate.of(2014, 6, 9), false);
        Fact other = new Fact(Fact.Kind.TAKES, "2", "rebels", null, false);
        Story first = Story.of(String.join(" ", STORY), NOON, List.of(taken));
        assertEquals("tells more", verdict(first, taken, other).reason());
        assertEquals(
                "tells it otherwise",
                verdict(first, new Fact(Fact.Kind.TAKES, "1", "army", null, false))
                        .reason());
        assertEquals(
                "tells it otherwise",
                verdict(first, new Fact(Fact.Kind.DENIES_TAKING, "1", "rebels", null, false))
                        .reason());
        assertEquals(
                "tells it otherwise",
                verdict(first, new Fact(Fact.Kind.TAKES, "1", "rebels", LocalDate.of(2014, 6, 8), false))
                        .reason());
        assertTrue(verdict(first, taken).isCopy());
        assertTrue(verdict(first, new Fact(Fact.Kind.TAKES, "1", null, null, false))
                .isCopy());
        assertTrue(verdict(first, new Fact(Fact.Kind.HOLDS, "1", "rebels", null, false))
                .isCopy());
        assertTrue(verdict(first).isCopy());
    }

    @Test
    void aSentenceOfNewsOfItsOwnMakesItAnotherReport() {
        List<String> more = new ArrayList<>(STORY);
        more.add("Government troops retook the nearby village of Carda, the ministry said.");
        assertEquals(
                "has more to tell",
                Comparison.between(story(NOON, STORY), story(NOON, more)).reason());
        assertTrue(Comparison.between(story(NOON, more), story(NOON, STORY)).isCopy());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "Yes.", "...", "- - -", "Rebels captured Ardania on Monday."})
    void aTextOfFewWordsIsACopyOfNothing(String text) {
        Story story = Story.of(text, NOON, List.of());
        assertFalse(Comparison.between(story, story).isCopy());
    }

    @Test
    void anyTextCanBeCompared() {
        Random random = new Random(11);
        String alphabet = "aB1 .,-\n\t'\u2019\u0600\u4e2d\ud83d\udd14|:>\u00a9";
        Story usual = story(NOON, STORY);
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(400), 0, alphabet.length()).forEach(at -> text.append(alphabet.charAt(at)));
            Story odd = Story.of(text.toString(), NOON, List.of());
            Comparison.between(odd, usual);
            Comparison.between(usual, odd);
            assertTrue(Fingerprints.of(odd).size() <= Fingerprints.MOST);
        }
    }

    @Test
    void aTextOfAMillionCharactersIsComparedByItsBeginning() {
        String text = (String.join(" ", STORY) + "\n\n").repeat(4_000);
        assertTrue(text.length() > 1_000_000);
        Story story = Story.of(text, NOON, List.of());
        assertTrue(story.lines().size() < 400);
        assertTrue(Comparison.between(story(NOON, STORY), story).isCopy());
    }

    @Test
    void anotherHeadlineIsNoOtherStoryUnlessOnlyItNamesThePlace() {
        String named =
                "Islamic State fighters seized the Iraqi city of Mosul on Tuesday after soldiers left their posts there.";
        String unnamed =
                "Islamic State fighters drove through the streets on Tuesday after soldiers left their posts there at night.";
        Measure measure = new Measure();
        assertTrue(verdict(measure, "Militants seize Mosul", named, "Army defeated", named)
                .isCopy());
        assertTrue(verdict(measure, "Army defeated", unnamed, "Militants seize Mosul", unnamed)
                .isCopy());
        assertFalse(verdict(measure, "Militants seize Tikrit", unnamed, "Militants seize Mosul", unnamed)
                .isCopy());
    }

    private static Verdict verdict(Measure measure, String title, String text, String otherTitle, String otherText) {
        return Comparison.between(
                measure.story(new Text("one", NOON, title, text)),
                measure.story(new Text("other", NOON, otherTitle, otherText)));
    }

    @Test
    void aFactComesBackAsItWasWritten() {
        for (Fact fact : List.of(
                new Fact(Fact.Kind.TAKES, "99072", "islamic-state", LocalDate.of(2014, 6, 10), false),
                new Fact(Fact.Kind.DENIES_LEAVING, "x12", null, null, true))) {
            assertEquals(fact, Fact.fromText(fact.toText()));
        }
    }

    private static Verdict verdict(Story first, Fact... facts) {
        return Comparison.between(first, Story.of(String.join(" ", STORY), NOON, List.of(facts)));
    }

    private static Story story(Instant at, List<String> sentences) {
        return Story.of(String.join("\n\n", sentences), at, List.of());
    }

    private static List<String> replaced(String here, String there) {
        String all = String.join("\n\n", STORY);
        assertTrue(all.contains(here), here);
        return List.of(all.replace(here, there));
    }
}
