package org.tocsin.events.sanctions.matching;

/** How alike two words are. */
final class WordSimilarity {
    /** Words less alike than this are different words. */
    static final double LEAST = 0.65;

    /** Words that only romanisations tell apart. */
    private static final double SAME_SOUND = 0.95;
    /** Words of which one or both leave the vowels out. */
    private static final double SAME_CONSONANTS = 0.9;
    /** An initial and a word that begins with it. */
    private static final double INITIAL = 0.75;

    /** So few consonants tell too little across scripts unless the words begin alike. */
    private static final int FEW_CONSONANTS = 2;

    private WordSimilarity() {}

    /** From {@link #LEAST} to 1, or 0 if they are different words. */
    static double of(Word a, Word b) {
        if (a.text().equals(b.text())) {
            return 1;
        }
        if (a.skeletal() != b.skeletal()) {
            return acrossScripts(a.text(), b.text());
        }
        if (a.isInitial() || b.isInitial()) {
            return a.text().charAt(0) == b.text().charAt(0) ? INITIAL : 0;
        }
        if (isNumber(a.text()) || isNumber(b.text())) {
            return 0;
        }
        if (a.skeletal()) {
            return Math.max(near(a.text(), b.text(), LEAST), a.sound().equals(b.sound()) ? SAME_CONSONANTS : 0);
        }
        boolean sameSound = a.sound().length() > 1 && a.sound().equals(b.sound());
        return Math.max(near(a.text(), b.text(), LEAST), sameSound ? SAME_SOUND : near(a.sound(), b.sound(), LEAST));
    }

    private static double acrossScripts(String a, String b) {
        String writtenA = abjad(a);
        String writtenB = abjad(b);
        boolean few = Math.max(writtenA.length(), writtenB.length()) <= FEW_CONSONANTS;
        if (few && beginsLikeVowel(a) != beginsLikeVowel(b)) {
            return 0;
        }
        return SAME_CONSONANTS * near(writtenA, writtenB, LEAST / SAME_CONSONANTS);
    }

    /** With a vowel, or a letter that Arabic writes for one as well. */
    private static boolean beginsLikeVowel(String text) {
        return "aeiouyw".indexOf(text.charAt(0)) >= 0;
    }

    /** One less the share of letters that differ; 0 below the least. */
    private static double near(String a, String b, double least) {
        int length = Math.max(a.length(), b.length());
        if (length == 0) {
            return 0;
        }
        int most = (int) ((1 - least) * length * Letters.ONE + 1e-9);
        int distance = Letters.distance(a, b, most);
        return distance > most ? 0 : 1 - (double) distance / (Letters.ONE * length);
    }

    /** Consonants as Arabic and Hebrew letters tell them apart: they have no p and no g of their own. */
    private static String abjad(String text) {
        return Sound.written(text).replace('p', 'b').replace('v', 'f').replace('g', 'k');
    }

    private static boolean isNumber(String text) {
        return Character.isDigit(text.charAt(0)) && Character.isDigit(text.charAt(text.length() - 1));
    }
}
