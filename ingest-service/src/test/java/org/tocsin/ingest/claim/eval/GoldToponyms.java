package org.tocsin.ingest.claim.eval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** An article and the place names that people found in it, as a file of the form of TR-News or LGL says it. */
record GoldToponyms(int id, String title, String text, List<Toponym> toponyms) {

    /** A name in the text. Latitude and longitude are NaN where nobody knew the place. */
    record Toponym(
            int start, int end, String phrase, String place, double latitude, double longitude, boolean populated) {}

    static List<GoldToponyms> of(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            NodeList articles =
                    factory.newDocumentBuilder().parse(file.toFile()).getElementsByTagName("article");
            List<GoldToponyms> all = new ArrayList<>();
            for (int i = 0; i < articles.getLength(); i++) {
                all.add(article((Element) articles.item(i)));
            }
            return all;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("not readable as articles: " + file, e);
        }
    }

    private static GoldToponyms article(Element article) {
        String text = child(article, "text");
        List<Toponym> toponyms = new ArrayList<>();
        NodeList found = article.getElementsByTagName("toponym");
        for (int i = 0; i < found.getLength(); i++) {
            toponyms.add(toponym((Element) found.item(i), text));
        }
        return new GoldToponyms(
                Integer.parseInt(article.getAttribute("docid")),
                child(article, "title").strip(),
                text,
                toponyms);
    }

    /** Offsets of the file may count code points; where the phrase does not stand at its offset it is looked for nearby. */
    private static Toponym toponym(Element toponym, String text) {
        String phrase = child(toponym, "phrase").strip();
        int start = Integer.parseInt(child(toponym, "start").strip());
        int at = text.startsWith(phrase, start) ? start : text.indexOf(phrase, Math.max(0, start - 40));
        int from = at < 0 ? start : at;
        String latitude = child(toponym, "lat").strip();
        String longitude = child(toponym, "lon").strip();
        return new Toponym(
                from,
                from + phrase.length(),
                phrase,
                child(toponym, "name").strip(),
                latitude.isEmpty() ? Double.NaN : Double.parseDouble(latitude),
                longitude.isEmpty() ? Double.NaN : Double.parseDouble(longitude),
                child(toponym, "fclass").strip().equals("P"));
    }

    private static String child(Element element, String name) {
        NodeList found = element.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }
}
