package org.tocsin.ingest.claim.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.ingest.claim.Claim;
import org.tocsin.ingest.claim.DatePrecision;
import org.tocsin.ingest.claim.Stance;
import org.tocsin.ingest.claim.Text;

/** Published on Monday 16 June 2014 in the evening of Baghdad, where it is already Tuesday. */
class DatesTest {
    private static final Instant PUBLISHED = Instant.parse("2014-06-16T22:30:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "on Sunday                | 2014-06-15 | DAY   | ASSERTED",
                "on Tuesday               | 2014-06-17 | DAY   | ASSERTED",
                "early Monday             | 2014-06-16 | DAY   | ASSERTED",
                "yesterday                | 2014-06-16 | DAY   | ASSERTED",
                "today                    | 2014-06-17 | DAY   | ASSERTED",
                "last week                | 2014-06-09 | WEEK  | ASSERTED",
                "this week                | 2014-06-16 | WEEK  | ASSERTED",
                "three days ago           | 2014-06-14 | DAY   | ASSERTED",
                "on June 10               | 2014-06-10 | DAY   | ASSERTED",
                "on 10 June 2014          | 2014-06-10 | DAY   | ASSERTED",
                "on June 10, 2014         | 2014-06-10 | DAY   | ASSERTED",
                "in June                  | 2013-06-01 | MONTH | HISTORICAL",
                "last June                | 2013-06-01 | MONTH | HISTORICAL",
                "early in June            | 2014-06-01 | MONTH | ASSERTED",
                "in June of last year     | 2013-06-01 | MONTH | HISTORICAL",
                "in the May of 2014       | 2014-05-01 | MONTH | HISTORICAL",
                "in January               | 2014-01-01 | MONTH | HISTORICAL",
                "in August                | 2013-08-01 | MONTH | HISTORICAL",
                "in 2013                  | 2013-01-01 | YEAR  | HISTORICAL",
                "last year                | 2013-01-01 | YEAR  | HISTORICAL",
                "two years ago            | 2012-01-01 | YEAR  | HISTORICAL",
                "a decade ago             | 2004-01-01 | YEAR  | HISTORICAL",
                "on March 3, 2003         | 2003-03-03 | DAY   | HISTORICAL",
                "on 31 December           | 2013-12-31 | DAY   | HISTORICAL",
                "with tanks               | 2014-06-17 | UNKNOWN | ASSERTED"
            })
    void aDateIsCountedFromThePublicationInThePlacesOwnZone(
            String when, LocalDate day, DatePrecision precision, Stance stance) {
        Claim claim = Shared.READER
                .read(new Text("", "ISIS militants captured the Iraqi city of Mosul " + when + ".", PUBLISHED))
                .claims()
                .get(0);
        assertEquals(
                new Told(day, precision, stance), new Told(claim.occurredOn(), claim.datePrecision(), claim.stance()));
    }

    private record Told(LocalDate day, DatePrecision precision, Stance stance) {}
}
