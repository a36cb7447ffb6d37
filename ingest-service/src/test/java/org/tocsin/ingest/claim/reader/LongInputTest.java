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
        String text = part.repeat(LONGEST / part.length() + 1).substring(0, LONGEST);
        assertTimeoutPreemptively(Duration.ofMinutes(3), () -> {
            Reading reading = Shared.READER.read(new Text("", text, PUBLISHED));
            assertTrue(reading.claims().size() <= LONGEST);
        });
    }
}
