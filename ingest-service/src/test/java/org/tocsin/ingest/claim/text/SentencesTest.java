package org.tocsin.ingest.claim.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {
    private static final String LONG =
            "The town of Merca was left by its garrison before dawn on Tuesday, elders who had stayed behind said by telephone,"
                    + " and by noon the fighters of the other side were sitting in the police station.";

    private static List<String> of(String text) {
        List<Token> tokens = Tokens.of(text);
        return Sentences.of(text, tokens).stream()
                .map(range -> text.substring(
                        tokens.get(range.start()).start(),
                        tokens.get(range.end() - 1).end()))
                .toList();
    }

    @Test
    void a_line_of_a_text_whose_lines_are_paragraphs_is_cut_at_its_end() {
        String heading = "Somalia: garrison abandons Merca to fighters, say elders of the town";
        assertEquals(
                List.of(heading, LONG, "\"We saw them,\" one said."),
                of(heading + "\n" + LONG + "\n\"We saw them,\" one said."));
    }

    @Test
    void lines_that_are_wrapped_are_one_sentence() {
        String wrapped =
                "The town of Merca was left by its garrison before dawn on Tuesday, elders\nwho had stayed behind said by telephone.";
        assertEquals(List.of(wrapped), of(wrapped));
    }
}
