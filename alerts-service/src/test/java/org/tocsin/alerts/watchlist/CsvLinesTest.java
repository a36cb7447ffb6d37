package org.tocsin.alerts.watchlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.service.problem.ProblemException;

class CsvLinesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Mosul | 1 Mosul null null null",
                "Mosul,IQ,PO 4711 | 1 Mosul IQ PO 4711 null",
                "99072 | 1 99072 null null null",
                "name;country;reference~Mosul;IQ;PO | 2 Mosul IQ PO null",
                "Reference,City~PO 4711,Mosul | 2 Mosul null PO 4711 null",
                "GeoNames ID,name~99072,whatever | 2 99072 null null null",
                "id,name~,Mosul | 2 Mosul null null null",
                "name~~Mosul | 3 Mosul null null null",
                "`name,reference~\"Mosul, the city\",\"a \"\"b\"\"\"` | 2 Mosul, the city null a \"b\" null",
                "`name~\"Mosul` | 2  null null has a quote that is not closed, or text behind one",
                "`\"Mosul\"x` | 1  null null has a quote that is not closed, or text behind one",
                "Mosul,IQ,PO,more | 1  null null has more than three columns, and the file no header",
                "name,country~,IQ | 2  null null has neither id nor name",
            })
    void aLineIsReadAsItIsMeant(String file, String line) {
        List<Line> lines = CsvLines.of(file.replace('~', '\n'));
        assertEquals(1, lines.size());
        Line read = lines.get(0);
        assertEquals(
                line,
                read.number() + " " + read.text() + " " + read.country() + " " + read.reference() + " "
                        + read.trouble());
    }

    @Test
    void aMarkOfTheByteOrderTabsAndCarriageReturnsAreNoPartOfNames() {
        List<Line> lines = CsvLines.of("\ufeffname\tcountry\r\nMosul\tIQ\r\nRaqqa\tSY\r\n");
        assertEquals(List.of("Mosul", "Raqqa"), lines.stream().map(Line::text).toList());
        assertEquals("SY", lines.get(1).country());
    }

    @Test
    void aLineCountsFromWhereItBegins() {
        List<Line> lines = CsvLines.of("name,reference\n\"Mosul\",\"a\nb\"\nRaqqa,x\n");
        assertEquals(List.of(2, 4), lines.stream().map(Line::number).toList());
        assertEquals("holds control characters", lines.get(0).trouble());
    }

    @Test
    void aHeaderWithoutPlacesIsRefused() {
        assertThrows(ProblemException.class, () -> CsvLines.of("country,reference\nIQ,PO\n"));
    }

    @Test
    void ofNothingThereIsNothing() {
        assertEquals(List.of(), CsvLines.of(""));
        assertEquals(List.of(), CsvLines.of("name\n\n , \n"));
    }

    @Test
    void aLargeFileIsReadInNoTime() {
        assertTimeout(Duration.ofSeconds(5), () -> CsvLines.of("\"".repeat(1_000_001)));
        assertTimeout(Duration.ofSeconds(5), () -> CsvLines.of("\" ".repeat(1_000_000)));
        assertTimeout(Duration.ofSeconds(5), () -> CsvLines.of(" \"".repeat(1_000_000)));
        assertTimeout(Duration.ofSeconds(5), () -> CsvLines.of(",".repeat(2_000_000)));
        assertTimeout(Duration.ofSeconds(5), () -> CsvLines.of("a\n".repeat(1_000_000)));
    }

    @Property
    void anyTextIsRead(@ForAll String text) {
        try {
            CsvLines.of(text).forEach(line -> {
                if (line.trouble() == null && line.text().isBlank()) {
                    throw new AssertionError("a line without anything to look up: " + line);
                }
            });
        } catch (ProblemException refused) {
            // A header without a name.
        }
    }

    @Property
    void whatIsWrittenIsReadAgain(@ForAll String reference) {
        String plain = reference.replaceAll("\\p{Cntrl}", " ");
        List<Line> lines = CsvLines.of("id,reference\n99072," + Csv.cell(plain) + "\n");
        String expected = plain.isBlank() ? null : plain.strip();
        if (plain.length() <= 200) {
            assertEquals(expected, lines.get(0).reference());
        }
    }
}
