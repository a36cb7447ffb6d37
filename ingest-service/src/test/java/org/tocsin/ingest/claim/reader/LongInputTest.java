package org.tocsin.ingest.claim.reader;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.ingest.claim.Reading;
import org.tocsin.ingest.claim.Text;

class LongInputTest {
    private static final int LONGEST = 1_000_000;
    private static final int SHORT = LONGEST / 8;
    private static final Instant PUBLISHED = Instant.parse("2014-06-16T12:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                " ",
                ".",
                "'",
                "\n",
                "\ud83d\ude00",
                "((",
                "- ",
                "al-",
                "U.S.",
                "A.",
                "Mosul ",
                "captured Mosul and ",
                "the of and to in captured 's ",
                "said that ",
                "Militants captured Mosul, officials said. ",
                ", which ISIS captured, ",
                "\u0301",
                "who captured who captured "
            })
    void theLongestTextsReadInLinearTime(String part) {
        assertTimeoutPreemptively(Duration.ofMinutes(3), () -> {
            read(part, SHORT);
            Duration few = read(part, SHORT);
            Duration many = read(part, LONGEST);
            // eight times the text; were it quadratic it would take 64 times as long
            Duration linear = few.multipliedBy(3L * LONGEST / SHORT).plusSeconds(2);
            assertTrue(
                    many.compareTo(linear) < 0, () -> SHORT + " characters in " + few + ", " + LONGEST + " in " + many);
        });
    }

    private static Duration read(String part, int length) {
        String text = part.repeat(length / part.length() + 1).substring(0, length);
        long start = System.nanoTime();
        Reading reading = Shared.READER.read(new Text("", text, PUBLISHED));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(reading.claims().size() <= length);
        return took;
    }
}
