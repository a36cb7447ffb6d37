package org.tocsin.ingest.claim.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.reference.Places;

class SentenceTableTest {
    private static final ClaimReader READER = Shared.READER;

    @Test
    void everySentenceOfTheTableIsReadAsAnAnalystWould() {
        Places places = Places.load();
        List<String> wrong = new ArrayList<>();
        for (SentenceTable.Row row : SentenceTable.rows()) {
            SentenceTable.wrong(row, READER.read(row.text()).claims(), places)
                    .ifPresent(difference -> wrong.add(row + " -> " + difference));
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void theTableIsLongAndHalfOfItIsNoChange() {
        List<SentenceTable.Row> rows = SentenceTable.rows();
        long none = rows.stream().filter(row -> row.changes().isEmpty()).count();
        assertTrue(rows.size() >= 400, "only " + rows.size());
        assertTrue(none >= rows.size() * 0.5, "only " + none + " without a change");
    }
}
