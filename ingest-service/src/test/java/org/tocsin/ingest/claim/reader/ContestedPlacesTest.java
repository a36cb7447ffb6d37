package org.tocsin.ingest.claim.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tocsin.ingest.claim.Text;
import org.tocsin.reference.Countries;
import org.tocsin.reference.Country;
import org.tocsin.reference.Tsv;

/** Every place that was fought over must be heard to fall, in every spelling of the news: a watch on Donetsk is worth nothing if only its province is read. */
class ContestedPlacesTest {
    private static final Path PLACES = Path.of(
            "..",
            "deploy",
            "reference",
            "src",
            "test",
            "resources",
            "org",
            "tocsin",
            "reference",
            "contested-places.tsv");
    private static final Instant AT = Instant.parse("2014-07-02T00:00:00Z");

    /** Not read yet; what is mended must be taken out. */
    private static final Set<String> UNREAD = Set.of(
            "CO Buenaventura", // its namesake in the same country is larger
            "IQ Hit", // a verb right behind a verb
            "SO Brava", // the island of Cape Verde
            "SO Ras Kamboni", // the brigade
            "UA Rozivka", // its namesake in the same country is larger
            "YE Al Jawf"); // the province

    @Test
    void eachIsReadAsTheCityThatChangedHands() throws IOException {
        Countries countries = Countries.load();
        Set<String> unread = new TreeSet<>();
        int spellings = 0;
        for (Tsv.Row row : Tsv.parse(Files.readString(PLACES))) {
            Country country = countries.byCode(row.text("country")).orElseThrow();
            for (String spelling : row.list("spellings")) {
                spellings++;
                if (!isRead(spelling, country.name(), row.text("id"))) {
                    unread.add(row.text("country") + " " + spelling);
                }
            }
        }
        assertTrue(spellings > 1_600, "the list is whole: " + spellings);
        assertEquals(new TreeSet<>(UNREAD), unread);
    }

    private static boolean isRead(String spelling, String country, String id) {
        String text = "Rebel fighters captured " + spelling + " in " + country + " on Tuesday.";
        return Shared.READER.read(new Text("Dispatch from " + country, text, AT)).claims().stream()
                .anyMatch(claim -> claim.changesHands()
                        && claim.place() != null
                        && claim.place().id().equals(id));
    }
}
