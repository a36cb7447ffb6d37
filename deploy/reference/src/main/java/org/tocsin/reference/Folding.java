package org.tocsin.reference;

import java.text.Normalizer;
import java.util.Locale;

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
        if (isApostrophe(codePoint) || codePoint == '.') {
            return "";
        }
        if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
            return " ";
        }
        String special = special(codePoint);
        if (!special.isEmpty()) {
            return special;
        }
        var out = new StringBuilder();
        Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD)
                .codePoints()
                .forEach(part -> appendPart(part, out));
        return out.toString().toLowerCase(Locale.ROOT);
    }

    private static void appendPart(int codePoint, StringBuilder out) {
        int type = Character.getType(codePoint);
        boolean dropped = type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.MODIFIER_LETTER
                || type == Character.FORMAT
                || isApostrophe(codePoint);
        if (dropped) {
            return;
        }
        String special = special(codePoint);
        if (!special.isEmpty()) {
            out.append(special);
        } else if (Character.isLetterOrDigit(codePoint) || type == Character.COMBINING_SPACING_MARK) {
            out.appendCodePoint(codePoint);
        } else if (out.length() == 0) {
            out.append(' ');
        }
    }

    /** Letters that have no decomposition but a customary form in plain Latin letters. */
    private static String special(int codePoint) {
        return switch (codePoint) {
            case 'ß', 'ẞ' -> "ss";
            case 'æ', 'Æ' -> "ae";
            case 'œ', 'Œ' -> "oe";
            case 'ø', 'Ø' -> "o";
            case 'đ', 'Đ', 'ð', 'Ð', 'ɗ', 'Ɗ' -> "d";
            case 'þ', 'Þ' -> "th";
            case 'ł', 'Ł' -> "l";
            case 'ı', 'İ' -> "i";
            case 'ħ', 'Ħ' -> "h";
            case 'ŋ', 'Ŋ' -> "ng";
            case 'ə', 'Ə', 'ǝ' -> "e";
            case 'ɓ', 'Ɓ' -> "b";
            case 'ƙ', 'Ƙ' -> "k";
            default -> "";
        };
    }
}
