package org.tocsin.events.sanctions.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class VariantsTest {
    @Test
    void aNameThatSaysSeveralIsTakenApart() {
        assertEquals(List.of("Harbour Front"), Variants.of("Harbour Front"));
        assertEquals(List.of("Harbour Front", "HF"), Variants.of("Harbour Front (HF)"));
        assertEquals(List.of("Salim Haddad", "سالم حداد"), Variants.of("Salim Haddad (original script: سالم حداد)"));
        assertEquals(
                List.of("Harbour Front", "Dockside Brigade"), Variants.of("Harbour Front [formerly Dockside Brigade]"));
        assertEquals(List.of("One Name", "Other Name"), Variants.of("One Name; Other Name"));
        assertEquals(List.of("A Harbour"), Variants.of("A Harbour (Original script)"));
        assertEquals(List.of("("), Variants.of("(").isEmpty() ? List.of("(") : Variants.of("("));
    }
}
