package org.tocsin.events.sanctions.matching;

/** What stays of a word when everything that romanisations and careless ears disagree about is taken out. */
final class Sound {
    private Sound() {}

    /** The key of a word in lower-case Latin letters: consonants by class, vowels by three classes, runs of one class once. */
    static String of(String word) {
        var out = new StringBuilder(word.length());
        int i = 0;
        while (i < word.length()) {
            char c = word.charAt(i);
            char next = i + 1 < word.length() ? word.charAt(i + 1) : ' ';
            boolean pair = isPair(c, next);
            char letter = pair ? pairClass(c, next) : letterClass(c, next);
            if (letter != ' ' && (out.isEmpty() || out.charAt(out.length() - 1) != letter)) {
                out.append(letter);
            }
            i += pair ? 2 : 1;
        }
        return out.toString();
    }

    /** The consonants of a word as scripts without vowels write them: with every h, without w, which they write as a vowel. */
    static String written(String word) {
        var out = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            char next = i + 1 < word.length() ? word.charAt(i + 1) : ' ';
            boolean pair = isPair(c, next);
            char letter = c == 'w' ? ' ' : pair ? pairClass(c, next) : c == 'h' ? 'h' : letterClass(c, next);
            if (letter != ' ' && "aiu".indexOf(letter) < 0) {
                boolean doubled = !out.isEmpty() && out.charAt(out.length() - 1) == letter && word.charAt(i - 1) == c;
                out.append(doubled ? "" : letter);
            }
            i += pair ? 1 : 0;
        }
        return out.toString();
    }

    /** The consonants of a key. */
    static String skeleton(String sound) {
        var out = new StringBuilder(sound.length());
        for (int i = 0; i < sound.length(); i++) {
            char c = sound.charAt(i);
            if ("aiu".indexOf(c) < 0 && (out.isEmpty() || out.charAt(out.length() - 1) != c)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isPair(char c, char next) {
        return switch (next) {
            case 'h' -> "cgkpstdzw".indexOf(c) >= 0;
            case 'k' -> c == 'c';
            case 'j' -> c == 'd';
            case 'f' -> c == 'p';
            case 'z' -> c == 't';
            default -> false;
        };
    }

    private static char pairClass(char c, char next) {
        return switch (c) {
            case 'c' -> next == 'h' ? 'c' : 'k';
            case 'g', 'd', 't', 'w' -> next == 'j' ? 'j' : next == 'z' ? 's' : c == 'w' ? 'v' : c;
            case 'k' -> 'h';
            case 'p' -> 'f';
            case 's' -> 'c';
            default -> 'j';
        };
    }

    private static char letterClass(char c, char next) {
        return switch (c) {
            case 'e', 'i', 'y', 'j' -> c == 'j' && isVowel(next) ? 'j' : 'i';
            case 'o', 'u' -> 'u';
            case 'q', 'k' -> 'k';
            case 'c' -> next == 'e' || next == 'i' || next == 'y' ? 's' : 'k';
            case 'w', 'v' -> 'v';
            case 'z', 's' -> 's';
            case 'h' -> isVowel(next) ? 'h' : ' ';
            default -> c;
        };
    }

    private static boolean isVowel(char c) {
        return "aeiouy".indexOf(c) >= 0;
    }
}
