package org.tocsin.alerts.outlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.alerts.format.AlertInWords;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** What CAP 1.2 asks of a message: which elements, in which order, with which words. */
class CapAlertTest {
    private static final UUID EARLIER = UUID.fromString("0b9f3c52-6a0e-4f43-9a3e-6d1a3c1f0a11");
    private static final List<String> ALERT = List.of(
            "identifier",
            "sender",
            "sent",
            "status",
            "msgType",
            "source",
            "scope",
            "restriction",
            "addresses",
            "code",
            "note",
            "references",
            "incidents",
            "info");
    private static final List<String> INFO = List.of(
            "language",
            "category",
            "event",
            "responseType",
            "urgency",
            "severity",
            "certainty",
            "audience",
            "eventCode",
            "effective",
            "onset",
            "expires",
            "senderName",
            "headline",
            "description",
            "instruction",
            "web",
            "contact",
            "parameter",
            "resource",
            "area");
    private static final List<String> AREA = List.of("areaDesc", "polygon", "circle", "geocode", "altitude", "ceiling");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "ALERT, CHANGED_HANDS, HELD, CLAIMED, Alert, Severe, Possible, Mosul changed hands from nobody known to Islamic State",
                "ALERT, CONTESTED, CONTESTED, CORROBORATED, Alert, Moderate, Likely, Mosul is contested by Islamic State",
                "UPDATE, HELD_AFTER_ALL, HELD, CONFIRMED, Update, Minor, Observed, Mosul is held by Islamic State after all",
                "UPDATE, HOLDER_NAMED, HELD, CLAIMED, Update, Moderate, Possible, Who took Mosul is Islamic State",
                "UPDATE, ASSURANCE_CHANGED, HELD, BASELINE, Update, Minor, Unknown, That Mosul is held by Islamic State is now baseline",
                "UPDATE, CORRECTED, CONTESTED, CLAIMED, Update, Severe, Possible, 'Corrected: Mosul, contested by Islamic State'",
                "CANCEL, RETRACTED, HELD, BASELINE, Cancel, Minor, Unlikely, Taken back: that Mosul went to nobody known",
                "ALERT, SOMETHING_NEW, -, -, Alert, Minor, Unknown, 'Mosul: something new'",
            })
    void aMessageIsWellFormedAndSaysHowSureItIs(
            String message,
            String kind,
            @Nullable String state,
            @Nullable String assurance,
            String type,
            String severity,
            String certainty,
            String headline)
            throws Exception {
        Element alert = written(alert(message, kind, state, assurance));
        inOrder(alert, ALERT);
        Element info = (Element) alert.getElementsByTagName("info").item(0);
        inOrder(info, INFO);
        inOrder((Element) info.getElementsByTagName("area").item(0), AREA);
        assertEquals(type, text(alert, "msgType"));
        assertEquals(severity, text(alert, "severity"));
        assertEquals(certainty, text(alert, "certainty"));
        assertEquals(headline, text(alert, "headline"));
        assertEquals("2026-11-23T15:00:00-00:00", text(alert, "sent"));
        assertEquals("https://tocsin.example.org," + EARLIER + ",2026-11-23T14:00:00-00:00", text(alert, "references"));
    }

    private static AlertInWords alert(String message, String kind, @Nullable String state, @Nullable String assurance) {
        return new AlertInWords(
                "635ce839-40af-30ea-862c-ecbe19638624",
                "https://tocsin.example.org",
                Instant.parse("2026-11-23T15:00:00.5Z"),
                message,
                "PO 4711",
                List.of(EARLIER, UUID.fromString("00000000-0000-0000-0000-000000000000")),
                kind,
                new AlertInWords.Place("99072", "Mosul", "IQ", 36.335, 43.11889),
                null,
                "Islamic State",
                state,
                assurance,
                LocalDate.parse("2014-06-10"));
    }

    private static Element written(AlertInWords alert) throws Exception {
        Xml xml = new Xml();
        CapAlert.write(xml, alert, Map.of(EARLIER, Instant.parse("2026-11-23T14:00:00Z")));
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        Element written = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml.document())))
                .getDocumentElement();
        assertEquals(CapAlert.NAMESPACE, written.getNamespaceURI());
        return written;
    }

    private static void inOrder(Element element, List<String> order) {
        List<Integer> places = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            assertTrue(order.contains(child.getLocalName()), child.getLocalName());
            places.add(order.indexOf(child.getLocalName()));
        }
        assertEquals(places.stream().sorted().toList(), places);
    }

    private static String text(Element element, String name) {
        return element.getElementsByTagName(name).item(0).getTextContent();
    }
}
