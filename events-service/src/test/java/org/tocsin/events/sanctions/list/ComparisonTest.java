package org.tocsin.events.sanctions.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tocsin.events.sanctions.format.SampleFiles.eu;
import static org.tocsin.events.sanctions.format.SampleFiles.ofac;
import static org.tocsin.events.sanctions.format.SampleFiles.sdn;
import static org.tocsin.events.sanctions.format.SampleFiles.sdnRows;
import static org.tocsin.events.sanctions.format.SampleFiles.un;
import static org.tocsin.events.sanctions.format.SampleFiles.unEntity;
import static org.tocsin.events.sanctions.format.SampleFiles.zip;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tocsin.events.sanctions.entry.ListId;
import org.tocsin.events.sanctions.format.Fault;
import org.tocsin.events.sanctions.format.ListFile;
import org.tocsin.events.sanctions.format.ParsedList;
import org.tocsin.events.sanctions.format.ParsedList.Part;
import org.tocsin.events.sanctions.format.UnreadableList;

class ComparisonTest {
    @Test
    void anAmendmentSaysWhatOfAnEntryOfOfacIsOtherwise() throws UnreadableList {
        byte[] before = ofac(List.of(
                sdn(1, "A", "", "SDGT", ""),
                sdn(2, "B", "", "SDGT", "a.k.a. 'BB'."),
                sdn(3, "C", "", "SDGT", "One."),
                sdn(4, "D", "", "SDGT", ""),
                sdn(5, "E", "", "SDGT", ""),
                sdn(7, "G", "", "SDGT] [IRGC", "")));
        byte[] after = ofac(List.of(
                sdn(7, "G", "", "IRGC] [SDGT", ""),
                sdn(1, "A THE FIRST", "", "SDGT", ""),
                sdn(2, "B", "", "SDGT", "a.k.a. 'BB'; a.k.a. 'BBB'."),
                sdn(3, "C", "", "SDGT", "Two."),
                sdn(4, "D", "individual", "SDGT] [IRGC", ""),
                sdn(6, "F", "", "SDGT", "")));
        assertEquals(
                List.of(
                        "AMENDED 1 [NAME]",
                        "AMENDED 2 [ALIAS, REMARK]",
                        "AMENDED 3 [REMARK]",
                        "AMENDED 4 [PROGRAMME, OTHER]",
                        "REMOVED 5 []",
                        "ADDED 6 []"),
                compared(ListId.OFAC_SDN, before, after));
    }

    @Test
    void whatOnlyOneVersionHasAFileForIsNoAmendment() throws UnreadableList {
        byte[] rows = ofac(List.of(sdn(1, "A", "", "SDGT", "a.k.a. 'AA'.")));
        byte[] packed = zip(Map.of(
                "SDN.CSV",
                rows,
                "ALT.CSV",
                ofac(List.of("1,2,\"aka\",\"ALPHA\",-0- ")),
                "ADD.CSV",
                ofac(List.of("1,3,\"Quay 1\",-0- ,\"Freedonia\",-0- "))));
        assertEquals(List.of(), compared(ListId.OFAC_SDN, rows, packed));
        assertEquals(List.of(), compared(ListId.OFAC_SDN, packed, rows));
    }

    @Test
    void aReferenceThatIsReplacedIsAnAmendmentAndNoRemoval() throws UnreadableList {
        String entity = "<sanctionEntity euReferenceNumber=\"%s\" logicalId=\"13\" unitedNationId=\"%s\">"
                + "<nameAlias wholeName=\"Harbour Front\" strong=\"true\"/></sanctionEntity>";
        byte[] one = eu("2026-03-01", entity.formatted("EU.1.1", ""));
        assertEquals(
                List.of("AMENDED EU.2.2 [REFERENCE]"),
                compared(ListId.EU, one, eu("2026-03-02", entity.formatted("EU.2.2", ""))));
        assertEquals(
                List.of("AMENDED EU.1.1 [REFERENCE]"),
                compared(ListId.EU, one, eu("2026-03-02", entity.formatted("EU.1.1", "XAe.1"))));
    }

    @Test
    void blanksAndTheOrderOfAliasesAreNoAmendment() throws UnreadableList {
        String alias = "<ENTITY_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>%s</ALIAS_NAME></ENTITY_ALIAS>";
        byte[] one = un("2026-02-27", unEntity("XAe.1", "A", alias.formatted("One") + alias.formatted("Two")));
        byte[] two = un("2026-02-28", unEntity("XAe.1", " A ", alias.formatted("Two\n") + alias.formatted(" One")));
        assertEquals(List.of(), compared(ListId.UN, one, two));
    }

    @Test
    void upToATenthMayBeRemovedAndNoMore() throws UnreadableList {
        assertEquals(List.of(), judged(sdnRows(1, 100), sdnRows(11, 100)));
        assertEquals(
                List.of("11 of the 100 entries of the version before (11.0 %) are missing, which is more than 10 %"),
                judged(sdnRows(1, 100), sdnRows(12, 300)));
    }

    @Test
    void partsThatTheVersionBeforeHadAreMissed() {
        assertEquals(
                List.of(Fault.Kind.END_MISSING, Fault.Kind.PARTS_MISSING),
                Judgement.of(List.of(), 1, Set.of(Part.MAIN, Part.ALIASES, Part.END_MARK), Set.of(Part.MAIN)).stream()
                        .map(Fault::kind)
                        .toList());
        assertEquals(List.of(), Judgement.of(List.of(), 1, Set.of(Part.MAIN), Set.of(Part.MAIN, Part.ALIASES)));
    }

    private static List<String> judged(List<String> before, List<String> after) throws UnreadableList {
        List<EntryChange> changes = changes(ListId.OFAC_SDN, ofac(before), ofac(after));
        return Judgement.of(changes, before.size(), Set.of(), Set.of()).stream()
                .map(Fault::detail)
                .toList();
    }

    private static List<String> compared(ListId list, byte[] before, byte[] after) throws UnreadableList {
        return changes(list, before, after).stream()
                .map(change -> change.kind() + " " + change.reference() + " " + change.aspects())
                .toList();
    }

    private static List<EntryChange> changes(ListId list, byte[] before, byte[] after) throws UnreadableList {
        ParsedList one = ListFile.read(list, before);
        ParsedList two = ListFile.read(list, after);
        return Comparison.between(list, one.entries(), one.parts(), two.entries(), two.parts());
    }
}
