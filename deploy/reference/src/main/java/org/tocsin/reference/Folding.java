package org.tocsin.reference;

import java.text.Normalizer;

/** Brings the spellings of a name to one form, so that they can be compared. */
public final class Folding {

    /** Code points below this are folded from a table; it covers Latin, Greek, Cyrillic, Hebrew, Arabic and the punctuation in use. */
    private static final int TABLE = 0x2070;

    private static final String[] FOLDED = new String[TABLE];

    static {
        for (int codePoint = 0; codePoint < TABLE; codePoint++) {
            FOLDED[codePoint] = compute(codePoint);
        }
    }

    private Folding() {}

    /**
     * The name in lower case, without diacritics, apostrophes and full stops; hyphens and other punctuation are blanks, and runs of blanks one blank.
     */
    public static String fold(String name) {
        var out = new StringBuilder(name.length());
        appendFolded(name, 0, name.length(), out);
        int length = out.length();
        if (length > 0 && out.charAt(length - 1) == ' ') {
            out.setLength(length - 1);
        }
        return out.toString();
    }

    /**
     * A coarser key that most romanisations of one name share: {@code Dayr az Zawr}, {@code Deir ez-Zor} and {@code Deir Ezzour} have the same. It is
     * meant for names that reach English from another script, and for them only.
     */
    public static String transliterationKey(String name) {
        return Transliteration.keyOf(fold(name));
    }

    /** Appends the folded form of a part of the text; never begins with a blank and never writes two in a row. */
    static void appendFolded(CharSequence text, int start, int end, StringBuilder out) {
        int i = start;
        while (i < end) {
            int codePoint = Character.codePointAt(text, i);
            i += Character.charCount(codePoint);
            String folded = foldedOf(codePoint);
            if (!folded.equals(" ")) {
                out.append(folded);
            } else if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
    }

    static boolean isApostrophe(int codePoint) {
        return switch (codePoint) {
            case '\'', '`', '´', 'ʹ', 'ʺ', 'ʻ', 'ʼ', 'ʽ', 'ʾ', 'ʿ', 'ˈ', '‘', '’', '‛', '′', '″', 'ˮ', '\uA78C' -> true;
            default -> false;
        };
    }

    static boolean isHyphen(int codePoint) {
        return codePoint == '-' || codePoint == '\u2010' || codePoint == '\u2011' || codePoint == '\u2013';
    }

    private static String foldedOf(int codePoint) {
        return codePoint < TABLE ? FOLDED[codePoint] : compute(codePoint);
    }

    private static String compute(int codePoint) {
        if (codePoint == '.') {
            return "";
        }
        if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
            return " ";
        }
        // Special letters are looked for before and after the decomposition: some would lose to it what makes them so.
        String special = special(Character.toLowerCase(codePoint));
        if (!special.isEmpty()) {
            return special;
        }
        int[] parts = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD)
                .codePoints()
                .map(Character::toLowerCase)
                .filter(part -> !isDropped(part))
                .toArray();
        var out = new StringBuilder();
        for (int part : parts) {
            String letters = special(part);
            if (!letters.isEmpty()) {
                out.append(letters);
            } else if (isLetter(part)) {
                out.appendCodePoint(part);
            }
        }
        return parts.length > 0 && out.length() == 0 ? " " : out.toString();
    }

    private static boolean isDropped(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.MODIFIER_LETTER
                || type == Character.FORMAT
                || isApostrophe(codePoint);
    }

    private static boolean isLetter(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || Character.getType(codePoint) == Character.COMBINING_SPACING_MARK;
    }

    /** Lower-case letters that have no decomposition but a customary form in plain Latin letters. */
    private static String special(int codePoint) {
        return switch (codePoint) {
            case 'ß' -> "ss";
            case 'æ' -> "ae";
            case 'œ' -> "oe";
            case 'ø' -> "o";
            case 'đ', 'ð', 'ɗ' -> "d";
            case 'þ' -> "th";
            case 'ł' -> "l";
            case 'ı' -> "i";
            case 'ħ' -> "h";
            case 'ŋ' -> "ng";
            case 'ə', 'ǝ' -> "e";
            case 'ɓ' -> "b";
            case 'ƙ' -> "k";
            default -> "";
        };
    }
}
