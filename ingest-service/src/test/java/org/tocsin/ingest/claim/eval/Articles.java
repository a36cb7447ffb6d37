package org.tocsin.ingest.claim.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.tocsin.ingest.claim.Text;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Whole articles to read for speed: of JSON lines {@code {title, text, published_date}}, or of XML {@code <article><title/><dltime/><text/></article>}. */
final class Articles {
    private Articles() {}

    static List<Text> of(Path file) throws IOException {
        return file.toString().endsWith(".xml") ? ofXml(file) : ofLines(file);
    }

    private static List<Text> ofLines(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Text> texts = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                JsonNode row = json.readTree(line);
                texts.add(text(Gold.text(row, "title"), Gold.text(row, "text"), Gold.text(row, "published_date")));
            }
        }
        return texts;
    }

    private static List<Text> ofXml(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            NodeList articles =
                    factory.newDocumentBuilder().parse(file.toFile()).getElementsByTagName("article");
            List<Text> texts = new ArrayList<>();
            for (int i = 0; i < articles.getLength(); i++) {
                Element article = (Element) articles.item(i);
                texts.add(text(child(article, "title"), child(article, "text"), child(article, "dltime")));
            }
            return texts;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("not readable as articles: " + file, e);
        }
    }

    private static Text text(String title, String text, String day) {
        return new Text(title, text, Gold.publishedAt(day));
    }

    private static String child(Element article, String name) {
        NodeList found = article.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }
}
