package org.tocsin.events.sanctions.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tocsin.events.sanctions.format.SampleFiles.bytes;
import static org.tocsin.events.sanctions.format.SampleFiles.eu;
import static org.tocsin.events.sanctions.format.SampleFiles.gzip;
import static org.tocsin.events.sanctions.format.SampleFiles.ofac;
import static org.tocsin.events.sanctions.format.SampleFiles.sdn;
import static org.tocsin.events.sanctions.format.SampleFiles.uk;
import static org.tocsin.events.sanctions.format.SampleFiles.un;
import static org.tocsin.events.sanctions.format.SampleFiles.unEntity;
import static org.tocsin.events.sanctions.format.SampleFiles.zip;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tocsin.events.sanctions.entry.EntryKind;
import org.tocsin.events.sanctions.entry.EntryName;
import org.tocsin.events.sanctions.entry.ListEntry;
import org.tocsin.events.sanctions.entry.ListId;
import org.tocsin.events.sanctions.format.ParsedList.Part;

class ListFileTest {
    private static final String LONG_REMARK =
            "DOB 12 Feb 1961; nationality Freedonia; a.k.a. 'HF'; a.k.a. 'ABU 'AMR'; f.k.a. 'OLD HARBOUR'; Linked To: a.k.a.; a.k.a. 'DOCK";

    @Test
    void ofacsFilesBecomeEntriesWithWeakAliasesFromTheRemarks() throws UnreadableList {
        byte[] body = zip(Map.of(
                "one.csv",
                        ofac(List.of(
                                sdn(36, "HARBOUR FRONT", "", "SDGT] [IRGC", LONG_REMARK),
                                sdn(173, "DOE, John", "individual", "SDNTK", "DOB 1971."),
                                "174,\"MAR ROJO\",\"vessel\",\"CUBA\",-0- ,\"CL1\",\"Tug\",-0- ,\"212\",\"Sylvania\",\"Owner, Inc.\",-0- ",
                                sdn(175, "EP-XXX", "aircraft", "SDGT", ""))),
                "two.csv",
                        ofac(List.of(
                                "36,12,\"aka\",\"QUAY COMPANY\",-0- ",
                                "36,13,\"fka\",\"OLD QUAY\",-0- ",
                                "36,14,\"nka\",\"NEW QUAY\",-0- ",
                                "9999,15,\"aka\",\"OF NOBODY\",-0- ")),
                "three.csv",
                        ofac(List.of("36,25,\"Quay 1\",\"Port, 12\",\"Freedonia\",-0- ", "173,26,-0- ,-0- ,-0- ,-0- ")),
                "four.csv", ofac(List.of("36,\"SIDE BRIGADE'; a.k.a. 'LAST'.\"")),
                "five.xml", bytes(advanced("36"))));
        ParsedList list = ListFile.read(ListId.OFAC_SDN, body);
        assertEquals(
                Set.of(Part.MAIN, Part.ALIASES, Part.ADDRESSES, Part.COMMENTS, Part.ADVANCED, Part.END_MARK),
                list.parts());
        assertEquals(Optional.of(LocalDate.of(2024, 5, 3)), list.publishedOn());
        ListEntry front = list.entries().get(0);
        assertEquals(
                List.of(
                        "HARBOUR FRONT PRIMARY STRONG",
                        "QUAY COMPANY AKA STRONG",
                        "OLD QUAY FKA STRONG",
                        "NEW QUAY NKA STRONG",
                        "HF AKA WEAK",
                        "ABU 'AMR AKA WEAK",
                        "OLD HARBOUR FKA WEAK",
                        "DOCKSIDE BRIGADE AKA WEAK",
                        "LAST AKA WEAK"),
                names(front));
        assertEquals(List.of("IRGC", "SDGT"), front.programmes());
        assertEquals(LocalDate.of(1995, 1, 23), front.listedOn());
        assertEquals(List.of("Freedonia"), front.countries());
        assertEquals(List.of("Quay 1, Port, 12, Freedonia"), front.addresses());
        ListEntry doe = list.entries().get(1);
        assertEquals(EntryKind.PERSON, doe.kind());
        assertNull(doe.listedOn());
        ListEntry ship = list.entries().get(2);
        assertEquals(EntryKind.VESSEL, ship.kind());
        assertNull(ship.remarks());
        assertEquals(
                Map.of(
                        "callSign",
                        "CL1",
                        "vesselType",
                        "Tug",
                        "grossRegisteredTonnage",
                        "212",
                        "vesselFlag",
                        "Sylvania",
                        "vesselOwner",
                        "Owner, Inc."),
                ship.details());
        assertEquals(EntryKind.AIRCRAFT, list.entries().get(3).kind());
    }

    @Test
    void aSingleFileOfOfacMayBePlainOrPackedAndTheMarkOfTheEndMayBeMissing() throws UnreadableList {
        byte[] plain = bytes(sdn(36, "HARBOUR FRONT", "", "SDGT", "") + "\r\n");
        for (byte[] body : List.of(plain, gzip(plain), zip(Map.of("folder/SDN.CSV", plain)))) {
            ParsedList list = ListFile.read(ListId.OFAC_SDN, body);
            assertEquals(1, list.entries().size());
            assertEquals(Set.of(Part.MAIN), list.parts());
            assertEquals(Optional.empty(), list.publishedOn());
        }
    }

    @Test
    void theAdvancedXmlAloneIsAVersionToo() throws UnreadableList {
        ParsedList list = ListFile.read(ListId.OFAC_SDN, bytes(advanced("2674")));
        ListEntry entry = list.entries().get(0);
        assertEquals("2674", entry.reference());
        assertEquals(EntryKind.PERSON, entry.kind());
        assertEquals(
                List.of("DOE, John Quincy PRIMARY STRONG", "JD FKA WEAK", "\u0414\u041e\u0423 AKA STRONG"),
                names(entry));
        assertEquals("CYRILLIC", entry.names().get(2).script());
        assertEquals(List.of("SDGT"), entry.programmes());
        assertEquals(LocalDate.of(1995, 1, 23), entry.listedOn());
        assertEquals(Set.of(Part.ADVANCED), list.parts());
    }

    @Test
    void theUnsNamesAreTakenApart() throws UnreadableList {
        String more =
                "<NAME_ORIGINAL_SCRIPT>\u062c\u0628\u0647\u0629 \u0627\u0644\u0645\u064a\u0646\u0627\u0621</NAME_ORIGINAL_SCRIPT>"
                        + "<COMMENTS1>One\n      two. </COMMENTS1>"
                        + "<LAST_DAY_UPDATED><VALUE>2017-06-07</VALUE><VALUE>2018-06-05</VALUE></LAST_DAY_UPDATED>"
                        + "<ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME> Jabhat al-Mina (JM) (\u0627\u0644\u0645\u064a\u0646\u0627\u0621 (original script); "
                        + "Mina Front;\n Front of the Port) </ALIAS_NAME></ENTITY_ALIAS>"
                        + "<ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>Dockside (Freedonia)</ALIAS_NAME></ENTITY_ALIAS>"
                        + "<ENTITY_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Dockers</ALIAS_NAME></ENTITY_ALIAS>"
                        + "<ENTITY_ALIAS><QUALITY/><ALIAS_NAME/></ENTITY_ALIAS>"
                        + "<ENTITY_ADDRESS><STREET>Quay 1</STREET><COUNTRY>Freedonia </COUNTRY></ENTITY_ADDRESS><ENTITY_ADDRESS/>";
        String person =
                "<INDIVIDUAL><DATAID>7</DATAID><FIRST_NAME> JO </FIRST_NAME><SECOND_NAME>YONG  DOE</SECOND_NAME>"
                        + "<THIRD_NAME/><UN_LIST_TYPE>Example</UN_LIST_TYPE><REFERENCE_NUMBER>XAi.034 </REFERENCE_NUMBER>"
                        + "<LISTED_ON>2015-04-14-04:00</LISTED_ON><NATIONALITY><VALUE>Sylvania</VALUE></NATIONALITY>"
                        + "<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Cho Yong (original script: \u0427\u043e)</ALIAS_NAME></INDIVIDUAL_ALIAS>"
                        + "<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1973-09-30</DATE></INDIVIDUAL_DATE_OF_BIRTH>"
                        + "</INDIVIDUAL>";
        ParsedList list =
                ListFile.read(ListId.UN, un("2026-02-27", person, unEntity("XAe.001 ", " HARBOUR  FRONT (HF)", more)));
        assertEquals(Optional.of(LocalDate.of(2026, 2, 27)), list.publishedOn());
        ListEntry doe = list.entries().get(0);
        assertEquals("XAi.034", doe.reference());
        assertEquals(LocalDate.of(2015, 4, 14), doe.listedOn());
        assertEquals(
                List.of("JO YONG DOE PRIMARY STRONG", "Cho Yong AKA STRONG", "\u0427\u043e AKA STRONG"), names(doe));
        assertEquals(Map.of("birth", "EXACT, 1973-09-30"), doe.details());
        ListEntry front = list.entries().get(1);
        assertEquals("XAe.001", front.reference());
        assertEquals(
                List.of(
                        "HARBOUR FRONT PRIMARY STRONG",
                        "HF AKA WEAK",
                        "\u062c\u0628\u0647\u0629 \u0627\u0644\u0645\u064a\u0646\u0627\u0621 AKA STRONG",
                        "Jabhat al-Mina AKA STRONG",
                        "JM AKA WEAK",
                        "\u0627\u0644\u0645\u064a\u0646\u0627\u0621 AKA STRONG",
                        "Mina Front AKA STRONG",
                        "Front of the Port AKA STRONG",
                        "Dockside (Freedonia) FKA STRONG",
                        "Dockers AKA WEAK"),
                names(front));
        assertEquals("ARABIC", front.names().get(2).script());
        assertEquals("One two.", front.remarks());
        assertEquals(LocalDate.of(2018, 6, 5), front.amendedOn());
        assertEquals(List.of("Quay 1, Freedonia"), front.addresses());
    }

    @Test
    void theUksRowsAreGatheredByUniqueId() throws UnreadableList {
        byte[] body = uk(
                "Report Date: 13-May-2026\r\n",
                Map.of(
                        "Unique ID",
                        "XAM0001",
                        "Name 6",
                        "DOE",
                        "Name 1",
                        "Jane",
                        "Name type",
                        "Primary Name",
                        "Regime Name",
                        "Example (Sanctions)",
                        "Date Designated",
                        "29/06/2012",
                        "Last Updated",
                        "16/04/2026",
                        "Address Line 1",
                        "Quay 1",
                        "Address Country",
                        "Freedonia"),
                Map.of(
                        "Unique ID",
                        "XAM0001",
                        "Name 6",
                        "DOE",
                        "Name 1",
                        "Jane",
                        "Name type",
                        "Primary Name",
                        "Regime Name",
                        "Example (Sanctions)",
                        "Date Designated",
                        "29/06/2012",
                        "Last Updated",
                        "12/01/2022",
                        "Address Line 1",
                        "Quay\n2",
                        "UN Reference Number",
                        "XAi.034"),
                Map.of(
                        "Unique ID",
                        "XAM0001",
                        "Name 6",
                        "DO\u00c9",
                        "Name 1",
                        "Jana",
                        "Name type",
                        "Primary Name Variation",
                        "Regime Name",
                        "Other (Sanctions)",
                        "Name non-latin script",
                        "\u0414\u043e"),
                Map.of(
                        "Unique ID",
                        "XAM0001",
                        "Name 6",
                        "JD",
                        "Name type",
                        "Alias",
                        "Alias strength",
                        "Low quality a.k.a"),
                Map.of(
                        "Unique ID",
                        "XAM0002",
                        "Name 6",
                        "THE SHIP",
                        "Name type",
                        "Primary Name",
                        "IMO number",
                        "1234567"),
                Map.of("Unique ID", "XAM0003", "Name 6", "THE \"FIRM\"", "Name type", "Primary Name"));
        ParsedList list = ListFile.read(ListId.UK, body);
        assertEquals(Optional.of(LocalDate.of(2026, 5, 13)), list.publishedOn());
        assertEquals(3, list.entries().size());
        ListEntry jane = list.entries().get(0);
        assertEquals(
                List.of(
                        "Jane DOE PRIMARY STRONG",
                        "Jana DO\u00c9 AKA STRONG",
                        "\u0414\u043e AKA STRONG",
                        "JD AKA WEAK"),
                names(jane));
        assertEquals(EntryKind.PERSON, jane.kind());
        assertEquals(LocalDate.of(2012, 6, 29), jane.listedOn());
        assertEquals(LocalDate.of(2026, 4, 16), jane.amendedOn());
        assertEquals(List.of("Example (Sanctions)", "Other (Sanctions)"), jane.programmes());
        assertEquals(List.of("Quay 1, Freedonia", "Quay 2"), jane.addresses());
        assertEquals(Map.of("unReference", "XAi.034"), jane.details());
        assertEquals(EntryKind.VESSEL, list.entries().get(1).kind());
        assertEquals("THE \"FIRM\"", list.entries().get(2).name());
        assertEquals(EntryKind.ENTITY, list.entries().get(2).kind());
    }

    @Test
    void theUksColumnsMayStandInAnyOrder() throws UnreadableList {
        byte[] body = bytes(
                "Name type,Date Designated,Regime Name,Unique ID,Name 6\r\nPrimary Name,29/06/2012,Example,XAM0001,FRONT\r\n");
        ListEntry entry = ListFile.read(ListId.UK, body).entries().get(0);
        assertEquals("XAM0001 FRONT 2012-06-29", entry.reference() + " " + entry.name() + " " + entry.listedOn());
    }

    @Test
    void theEusEntitiesHaveStrongAndWeakNames() throws UnreadableList {
        ParsedList list = ListFile.read(ListId.EU, eu("2026-03-01", """
                <sanctionEntity designationDate="" unitedNationId="XAe.001" euReferenceNumber="EU.27.28" logicalId="13">
                  <regulation regulationType="amendment" publicationDate="2020-02-01" entryIntoForceDate="2020-02-02" numberTitle="2020/1" programme="XAM"/>
                  <regulation regulationType="regulation" publicationDate="2003-07-07" entryIntoForceDate="2003-07-08" numberTitle="1210/2003" programme="XAM"/>
                  <subjectType code="enterprise" classificationCode="E"/>
                  <nameAlias wholeName="HF" strong="false" nameLanguage=""/>
                  <nameAlias wholeName="Harbour Front" strong="true" nameLanguage="EN"/>
                  <nameAlias firstName="Front" lastName="du Port" wholeName="" strong="true" nameLanguage="FR"/>
                  <address city="Port" street="Quay 1" countryIso2Code="XX" countryDescription="FREEDONIA"/>
                  <remark>Seen in port.</remark>
                </sanctionEntity>
                """, """
                <sanctionEntity designationDate="2021-05-06" logicalId="14">
                  <subjectType code="person"/><nameAlias wholeName="Jane Doe" strong="true"/>
                </sanctionEntity>
                """));
        assertEquals(Optional.of(LocalDate.of(2026, 3, 1)), list.publishedOn());
        ListEntry front = list.entries().get(0);
        assertEquals("EU.27.28", front.reference());
        assertEquals("13", front.record());
        assertEquals(EntryKind.ENTITY, front.kind());
        assertEquals(List.of("Harbour Front PRIMARY STRONG", "Front du Port AKA STRONG", "HF AKA WEAK"), names(front));
        assertEquals(List.of("XAM"), front.programmes());
        assertEquals(LocalDate.of(2003, 7, 8), front.listedOn());
        assertEquals(LocalDate.of(2020, 2, 1), front.amendedOn());
        assertEquals("Seen in port.", front.remarks());
        assertEquals(List.of("FREEDONIA"), front.countries());
        assertEquals("XAe.001", front.details().get("unReference"));
        ListEntry jane = list.entries().get(1);
        assertEquals("14 PERSON 2021-05-06", jane.reference() + " " + jane.kind() + " " + jane.listedOn());
    }

    @Test
    void aByteOrderMarkDecidesTheEncodingOfACsvFile() throws UnreadableList {
        String row = sdn(36, "FRONT DU PORT \u00c9TRANGER", "", "SDGT", "") + "\r\n";
        assertTrue(
                ListFile.read(ListId.OFAC_SDN, bytes("\ufeff" + row)).faults().isEmpty());
        byte[] utf16 = ("\ufeff" + row).getBytes(StandardCharsets.UTF_16LE);
        assertEquals(
                "FRONT DU PORT \u00c9TRANGER",
                ListFile.read(ListId.OFAC_SDN, utf16).entries().get(0).name());
    }

    private static List<String> names(ListEntry entry) {
        return entry.names().stream()
                .map((EntryName name) -> name.text() + " " + name.kind() + " " + name.strength())
                .toList();
    }

    /** One party in OFAC's advanced xml, listed under two acts. */
    static String advanced(String number) {
        return """
                <?xml version="1.0" encoding="utf-8"?>
                <Sanctions xmlns="https://example.org/ADVANCED_XML">
                  <DateOfIssue CalendarTypeID="1"><Year>2024</Year><Month>5</Month><Day>3</Day></DateOfIssue>
                  <ReferenceValueSets>
                    <AliasTypeValues><AliasType ID="1400">A.K.A.</AliasType><AliasType ID="1401">F.K.A.</AliasType><AliasType ID="1403">Name</AliasType></AliasTypeValues>
                    <NamePartTypeValues><NamePartType ID="1520">Last Name</NamePartType><NamePartType ID="1521">First Name</NamePartType></NamePartTypeValues>
                    <PartySubTypeValues><PartySubType ID="1" PartyTypeID="4">Vessel</PartySubType><PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType></PartySubTypeValues>
                    <PartyTypeValues><PartyType ID="1">Individual</PartyType><PartyType ID="4">Transport</PartyType></PartyTypeValues>
                    <SanctionsTypeValues><SanctionsType ID="1">Program</SanctionsType><SanctionsType ID="1705">Block</SanctionsType></SanctionsTypeValues>
                  </ReferenceValueSets>
                  <DistinctParties>
                    <DistinctParty FixedRef="%1$s"><Comment/>
                      <Profile ID="%1$s" PartySubTypeID="4">
                        <Identity ID="9" FixedRef="%1$s" Primary="true">
                          <Alias FixedRef="%1$s" AliasTypeID="1401" Primary="false" LowQuality="true">
                            <DocumentedName ID="3"><DocumentedNamePart><NamePartValue NamePartGroupID="72">JD</NamePartValue></DocumentedNamePart></DocumentedName>
                          </Alias>
                          <Alias FixedRef="%1$s" AliasTypeID="1403" Primary="true" LowQuality="false">
                            <DocumentedName ID="1">
                              <DocumentedNamePart><NamePartValue NamePartGroupID="71">DOE</NamePartValue></DocumentedNamePart>
                              <DocumentedNamePart><NamePartValue NamePartGroupID="72">John</NamePartValue></DocumentedNamePart>
                              <DocumentedNamePart><NamePartValue NamePartGroupID="72">Quincy</NamePartValue></DocumentedNamePart>
                            </DocumentedName>
                            <DocumentedName ID="2"><DocumentedNamePart><NamePartValue NamePartGroupID="71">\u0414\u041e\u0423</NamePartValue></DocumentedNamePart></DocumentedName>
                          </Alias>
                          <NamePartGroups>
                            <MasterNamePartGroup><NamePartGroup ID="71" NamePartTypeID="1520"/></MasterNamePartGroup>
                            <MasterNamePartGroup><NamePartGroup ID="72" NamePartTypeID="1521"/></MasterNamePartGroup>
                          </NamePartGroups>
                        </Identity>
                      </Profile>
                    </DistinctParty>
                  </DistinctParties>
                  <SanctionsEntries>
                    <SanctionsEntry ID="1" ProfileID="%1$s" ListID="1550">
                      <EntryEvent ID="1" EntryEventTypeID="1"><Date CalendarTypeID="1"><Year>2001</Year><Month>10</Month><Day>31</Day></Date></EntryEvent>
                      <EntryEvent ID="2" EntryEventTypeID="1"><Date CalendarTypeID="1"><Year>1995</Year><Month>1</Month><Day>23</Day></Date></EntryEvent>
                      <SanctionsMeasure ID="1" SanctionsTypeID="1705"><DatePeriod/></SanctionsMeasure>
                      <SanctionsMeasure ID="2" SanctionsTypeID="1"><Comment>SDGT</Comment></SanctionsMeasure>
                    </SanctionsEntry>
                  </SanctionsEntries>
                </Sanctions>
                """.formatted(number);
    }
}
