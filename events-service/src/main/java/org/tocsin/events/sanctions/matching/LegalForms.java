package org.tocsin.events.sanctions.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What companies are by law, written out or in letters, in one word each: {@code Limited Liability Company}, {@code L.L.C.} and {@code OOO} are {@code llc}. */
final class LegalForms {
    /** By their first word: the words of a phrase and, last, the one that stands for it. */
    private static final Map<String, List<String[]>> PHRASES = new HashMap<>();

    private static final Set<String> FORMS = new HashSet<>();

    static {
        forms(
                "llc",
                "limited liability company",
                "l l c",
                "ooo",
                "o o o",
                "obshchestvo s ogranichennoi otvetstvennostyu",
                "tov",
                "sp z o o",
                "sp z oo",
                "sp zoo",
                "srl",
                "s r l",
                "societatea cu raspundere limitata",
                "gmbh",
                "g m b h",
                "gesellschaft mit beschrankter haftung",
                "sarl",
                "s a r l",
                "bv",
                "b v",
                "doo",
                "d o o",
                "kft",
                "sro",
                "s r o");
        forms(
                "jsc",
                "joint stock company",
                "open joint stock company",
                "public joint stock company",
                "closed joint stock company",
                "private joint stock company",
                "ojsc",
                "pjsc",
                "cjsc",
                "oao",
                "pao",
                "zao",
                "ao",
                "aktsionernoe obshchestvo",
                "otkrytoe aktsionernoe obshchestvo",
                "publichnoe aktsionernoe obshchestvo",
                "sa",
                "s a",
                "ag",
                "akg",
                "aktiengesellschaft",
                "spa",
                "s p a",
                "nv",
                "n v",
                "as",
                "a s",
                "ab",
                "plc",
                "p l c",
                "public limited company",
                "se",
                "sas",
                "s a s",
                "saog",
                "saoc",
                "psc",
                "pjs");
        forms(
                "ltd",
                "limited",
                "co ltd",
                "company limited",
                "pte ltd",
                "pvt ltd",
                "private limited",
                "sdn bhd",
                "fze",
                "fzco",
                "fzc",
                "fz llc",
                "lp",
                "l p",
                "llp");
        forms("inc", "incorporated", "corp", "corporation");
    }

    private LegalForms() {}

    static boolean isForm(String word) {
        return FORMS.contains(word);
    }

    /** The words of a folded name, each legal form as its one word. */
    static List<String> marked(String name) {
        String[] words = name.split(" ");
        var marked = new ArrayList<String>(words.length);
        int i = 0;
        while (i < words.length) {
            int length = 0;
            String form = "";
            for (String[] phrase : PHRASES.getOrDefault(words[i], List.of())) {
                if (phrase.length - 1 > length && stands(phrase, words, i)) {
                    length = phrase.length - 1;
                    form = phrase[length];
                }
            }
            marked.add(length == 0 ? words[i] : form);
            i += Math.max(1, length);
        }
        return marked;
    }

    private static boolean stands(String[] phrase, String[] words, int at) {
        for (int k = 0; k < phrase.length - 1; k++) {
            if (at + k >= words.length || !words[at + k].equals(phrase[k])) {
                return false;
            }
        }
        return true;
    }

    private static void forms(String word, String... phrases) {
        FORMS.add(word);
        for (String phrase : phrases) {
            String[] words = (phrase + " " + word).split(" ");
            PHRASES.computeIfAbsent(words[0], key -> new ArrayList<>()).add(words);
        }
    }
}
