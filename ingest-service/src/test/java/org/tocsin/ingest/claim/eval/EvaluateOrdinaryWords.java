package org.tocsin.ingest.claim.eval;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.tocsin.ingest.claim.lexicon.Triggers;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.ingest.claim.mention.Mention;
import org.tocsin.ingest.claim.mention.Mentions;
import org.tocsin.ingest.claim.mention.Names;
import org.tocsin.ingest.claim.mention.Surroundings;
import org.tocsin.ingest.claim.text.Token;
import org.tocsin.ingest.claim.text.Tokens;
import org.tocsin.reference.Actors;
import org.tocsin.reference.Countries;
import org.tocsin.reference.Places;

/**
 * Counts the ordinary words that are taken for places: {@code EvaluateOrdinaryWords <file.conllu.gz>...}. A word is ordinary when the treebank does not tag it PROPN;
 * counted are those written with a capital, apart for names that the gazetteer has and names that only sound like one, before and after the report is heard.
 */
public final class EvaluateOrdinaryWords {
    private final Names names;
    private final Actors actors;
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, Integer> words = new TreeMap<>();
    private int sentences;
    private int capitals;
    private int proper;

    private EvaluateOrdinaryWords() {
        Countries countries = Countries.load();
        actors = Actors.load(countries);
        names = new Names(Places.load(), countries, actors, Triggers.load(), WordLists.cues(), WordLists.parties());
    }

    public static void main(String[] args) throws IOException {
        EvaluateOrdinaryWords evaluation = new EvaluateOrdinaryWords();
        for (String file : args) {
            evaluation.read(Path.of(file));
        }
        System.out.println("sentences " + evaluation.sentences + ", ordinary words with a capital "
                + evaluation.capitals + ", proper nouns " + evaluation.proper);
        System.out.println(evaluation.counts);
        System.out.println(evaluation.words);
    }

    /** Each document is a report. */
    private void read(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        BitSet ordinary = new BitSet();
        BitSet named = new BitSet();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("# newdoc")) {
                    document(text.toString(), ordinary, named);
                    text.setLength(0);
                    ordinary.clear();
                    named.clear();
                } else if (line.isEmpty()) {
                    sentences++;
                } else if (!line.startsWith("#")) {
                    word(line.split("\t", -1), text, ordinary, named);
                }
            }
        }
        document(text.toString(), ordinary, named);
    }

    private void word(String[] cells, StringBuilder text, BitSet ordinary, BitSet named) {
        if (cells[0].indexOf('-') > 0 || cells[0].indexOf('.') > 0) {
            return;
        }
        boolean capital = Character.isUpperCase(cells[1].codePointAt(0));
        boolean properNoun = cells[3].equals("PROPN");
        capitals += capital && !properNoun ? 1 : 0;
        proper += properNoun ? 1 : 0;
        (properNoun ? named : ordinary).set(text.length());
        text.append(cells[1]);
        text.append(cells[9].contains("SpaceAfter=No") ? "" : " ");
    }

    private void document(String text, BitSet ordinary, BitSet named) {
        List<Token> tokens = Tokens.of(text);
        Mentions found = names.in(text, tokens);
        Surroundings report = new Surroundings(actors);
        report.add(found);
        count("1 found", text, tokens, found, ordinary, named, false);
        count("2 kept", text, tokens, found.supportedBy(report), ordinary, named, true);
    }

    private void count(
            String step,
            String text,
            List<Token> tokens,
            Mentions mentions,
            BitSet ordinary,
            BitSet named,
            boolean list) {
        for (int i = 0; i < tokens.size(); i++) {
            if (mentions.at(i) instanceof Mention.OfPlace place && place.start() == i) {
                List<Integer> starts = new ArrayList<>();
                for (int j = place.start(); j < place.end(); j++) {
                    starts.add(tokens.get(j).start());
                }
                boolean word =
                        starts.stream().noneMatch(named::get) && starts.stream().anyMatch(ordinary::get);
                counts.merge(
                        step
                                + (place.exact() ? ", known spelling" : ", only sounds like it")
                                + (word ? ", ordinary word" : ", proper noun"),
                        1,
                        Integer::sum);
                if (list && word) {
                    String written = text.substring(
                            tokens.get(place.start()).start(),
                            tokens.get(place.end() - 1).end());
                    words.merge(
                            written + (place.exact() ? "" : "~" + place.place().name()), 1, Integer::sum);
                }
            }
        }
    }
}
