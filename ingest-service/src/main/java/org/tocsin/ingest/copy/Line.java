package org.tocsin.ingest.copy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.ingest.claim.text.Token;
import org.tocsin.ingest.copy.Vocabulary.Mark;

/**
 * One sentence, as it is compared.
 *
 * @param words its words but the smallest, in order, in the form in which they are compared
 * @param set the same, each once
 * @param names those of them that are written as names within the sentence
 * @param first the first word if it is written with a capital, as every first word is; else nothing
 * @param marks what the words are that turn a sentence into another
 */
record Line(List<String> words, Set<String> set, Set<String> names, Set<String> first, Set<Mark> marks) {

    static Line of(List<Token> tokens) {
        List<String> words = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> first = new HashSet<>();
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        boolean begun = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (!token.isWord() && !token.lower().equals("n't")) {
                continue;
            }
            String word = Vocabulary.plain(token.lower());
            if (word.equals("islamic") && i + 1 < tokens.size() && tokens.get(i + 1).lower().equals("state")) {
                word = "islamic-state";
                i++;
            }
            while (Vocabulary.isNumber(word) && i + 1 < tokens.size() && isThousands(tokens.get(i + 1))) {
                word += tokens.get(++i).text();
            }
            Vocabulary.markOf(word).ifPresent(marks::add);
            if (!Vocabulary.isStop(word) && !word.isEmpty()) {
                words.add(word);
                if (token.capitalised() && !Vocabulary.isDay(word)) {
                    (begun ? names : first).add(word);
                }
            }
            begun = true;
        }
        return new Line(List.copyOf(words), new LinkedHashSet<>(words), names, first, marks);
    }

    /** The rest of "32 000". */
    private static boolean isThousands(Token token) {
        return token.text().length() == 3 && token.text().chars().allMatch(Character::isDigit);
    }

    int size() {
        return words.size();
    }
}
