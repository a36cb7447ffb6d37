package org.tocsin.ingest.input;

/** Text in the form in which it is stored. */
public final class StoredText {
    private StoredText() {}

    /** What was sent, with control characters but newline and tab replaced one for one by a space, so that offsets stay true. */
    public static String of(String sent) {
        int first = 0;
        while (first < sent.length() && !replaced(sent.charAt(first))) {
            first++;
        }
        if (first == sent.length()) {
            return sent;
        }
        char[] chars = sent.toCharArray();
        for (int i = first; i < chars.length; i++) {
            if (replaced(chars[i])) {
                chars[i] = ' ';
            }
        }
        return new String(chars);
    }

    /** Whether there is nothing to read: only blanks, of any script, or characters without a shape. */
    public static boolean isBlank(String text) {
        return text.codePoints()
                .allMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.isISOControl(c)
                        || Character.getType(c) == Character.FORMAT);
    }

    private static boolean replaced(char c) {
        return Character.isISOControl(c) && c != '\n' && c != '\t';
    }
}
