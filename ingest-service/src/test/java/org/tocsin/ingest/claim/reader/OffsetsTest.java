package org.tocsin.ingest.claim.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.Claim;
import org.tocsin.ingest.claim.Evidence;
import org.tocsin.ingest.claim.Evidence.Span;
import org.tocsin.ingest.claim.Reading;
import org.tocsin.ingest.claim.Text;

class OffsetsTest {
    private static final Instant PUBLISHED = Instant.parse("2014-06-16T12:00:00Z");

    /** Words that make claims, among any characters at all: also outside the first plane, unpaired surrogates, marks, controls. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> words = Arbitraries.of(
                "Militants captured Mosul on Sunday. ",
                "the army said ",
                "ISIS ",
                "Tal Afar ",
                "fell to ",
                "'s ",
                "the capture of ",
                "\u201c",
                "\n\n",
                ", officials said. ",
                "denied that ",
                "\ud83d\ude80 ",
                "\u0627\u0644\u0645\u0648\u0635\u0644 ",
                "Deir ez-Zor ",
                "(",
                ") ",
                "- ",
                "in the hands of ",
                "Aleppo, Homs and Hama ",
                "June 2014 ",
                "not ");
        Arbitrary<String> anything = Arbitraries.strings().all().ofMaxLength(8);
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(4, words), net.jqwik.api.Tuple.of(1, anything))
                .list()
                .ofMaxSize(40)
                .map(parts -> "The troops of the army were in Iraq. " + String.join("", parts));
    }

    @Property(tries = 300)
    void offsetsQuoteWhatTheySay(@ForAll("texts") String text) {
        Reading reading = Shared.READER.read(new Text("", text, PUBLISHED));
        for (Claim claim : reading.claims()) {
            Evidence evidence = claim.evidence();
            assertEquals(
                    evidence.sentence().text(),
                    quoted(
                            text,
                            new Span(
                                    evidence.sentence().start(),
                                    evidence.sentence().end())));
            for (Span span : spans(evidence)) {
                assertTrue(span.start() >= evidence.sentence().start()
                        && span.end() <= evidence.sentence().end());
                assertTrue(!quoted(text, span).isBlank());
            }
        }
    }

    @Property(tries = 100)
    void theSameTextAlwaysReadsTheSame(@ForAll("texts") String text) {
        Text input = new Text("Rebels take Goma", text, PUBLISHED);
        assertEquals(Shared.READER.read(input), Shared.READER.read(input));
    }

    private static List<Span> spans(Evidence evidence) {
        return java.util.stream.Stream.of(
                        present(evidence.trigger()), present(evidence.place()), present(evidence.actor()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Span> present(@Nullable Span span) {
        return span == null ? List.of() : List.of(span);
    }

    private static String quoted(String text, Span span) {
        return text.substring(text.offsetByCodePoints(0, span.start()), text.offsetByCodePoints(0, span.end()));
    }
}
