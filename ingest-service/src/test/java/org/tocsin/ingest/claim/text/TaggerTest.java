package org.tocsin.ingest.claim.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our tagger says what the library's own says with the same model. */
class TaggerTest {
    private static final Tagger TAGGER = Tagger.load();
    private static POSTaggerME library;

    @BeforeAll
    static void loadTheLibrary() throws IOException {
        library = new POSTaggerME(new POSModel(Objects.requireNonNull(
                TaggerTest.class.getResource("/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin"), "the model")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sentences-tuned.jsonl", "sentences-hard.jsonl", "articles-tuned.jsonl"})
    void tagsNewsAsTheLibraryDoes(String file) throws IOException {
        for (String line : lines(file)) {
            List<Token> tokens = Tokens.of(line);
            for (int from = 0; from < tokens.size(); from += 40) {
                assertSameTags(tokens.subList(from, Math.min(tokens.size(), from + 40)).stream()
                        .map(Token::text)
                        .toArray(String[]::new));
            }
        }
    }

    @Test
    void tagsWordsOfAnyKindAsTheLibraryDoes() {
        Random random = new Random(7);
        String letters = "abeinrstABST.-,/'’0123456789éßäÄÜñığşابتسяжЖがカ漢・ー\uD83D\uDE00$%";
        int[] points = letters.codePoints().toArray();
        for (int run = 0; run < 2_000; run++) {
            String[] words = new String[1 + random.nextInt(30)];
            Arrays.setAll(words, i -> word(points, random));
            assertSameTags(words);
        }
    }

    @Test
    void tagsNoWords() {
        assertEquals(List.of(), TAGGER.tags(List.of()));
    }

    private static String word(int[] points, Random random) {
        StringBuilder word = new StringBuilder();
        int length = 1 + random.nextInt(8);
        for (int i = 0; i < length; i++) {
            word.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return word.toString();
    }

    private static void assertSameTags(String[] words) {
        assertEquals(List.of(library.tag(words)), TAGGER.tagsOf(words), () -> String.join(" ", words));
    }

    private static List<String> lines(String file) throws IOException {
        List<String> lines = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(
                        TaggerTest.class.getResourceAsStream("/org/tocsin/ingest/claim/eval/" + file), file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines().forEach(lines::add);
        }
        return lines;
    }
}
