package org.tocsin.ingest.copy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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
 * @param deed what is done first in it, if anything
 * @param doer the two words before that, of which one is who did it; nothing where it was done to them
 */
record Line(
        List<String> words,
        Set<String> set,
        Set<String> names,
        Set<String> first,
        Set<Mark> marks,
        Optional<Mark> deed,
        Set<String> doer) {
    private static final Set<String> PASSIVE = Set.of("was", "were", "been", "being", "be", "is", "are");

    static Line of(List<Token> tokens) {
        List<String> words = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> first = new HashSet<>();
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        Set<String> doer = Set.of();
        Optional<Mark> deed = Optional.empty();
        boolean begun = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (!token.isWord()) {
                continue;
            }
            String word = Vocabulary.plain(token.lower());
            if (word.equals("islamic")
                    && i + 1 < tokens.size()
                    && tokens.get(i + 1).lower().equals("state")) {
                word = "islamic-state";
                i++;
            }
            while (Vocabulary.isNumber(word) && i + 1 < tokens.size() && isThousands(tokens.get(i + 1))) {
                word += tokens.get(++i).text();
            }
            Optional<Mark> mark = Vocabulary.markOf(word);
            mark.ifPresent(marks::add);
            if (deed.isEmpty() && mark.filter(Mark::isDeed).isPresent()) {
                deed = mark;
                if (i == 0 || !PASSIVE.contains(tokens.get(i - 1).lower())) {
                    doer = Set.copyOf(words.subList(Math.max(0, words.size() - 2), words.size()));
                }
            }
            if (!Vocabulary.isStop(word)) {
                words.add(word);
                if (token.capitalised() && !Vocabulary.isDay(word)) {
                    (begun ? names : first).add(word);
                }
            }
            begun = true;
        }
        return new Line(List.copyOf(words), new LinkedHashSet<>(words), names, first, marks, deed, doer);
    }

    /** The rest of "32 000". */
    private static boolean isThousands(Token token) {
        return token.text().length() == 3 && token.text().chars().allMatch(Character::isDigit);
    }

    int size() {
        return words.size();
    }
}
