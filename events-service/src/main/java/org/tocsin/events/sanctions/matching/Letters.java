package org.tocsin.events.sanctions.matching;

/** How far two words are apart, letter by letter. */
final class Letters {
    /** A letter more or less, or another one; a swap of neighbours costs the same. */
    static final int ONE = 2;

    /** Another vowel, or a consonant that is often written for it. */
    private static final int NEAR = 1;

    private static final String VOWELS = "aeiouy";
    private static final boolean[] IS_NEAR = new boolean[128 * 128];

    static {
        for (String group :
                new String[] {VOWELS, "dz", "td", "bp", "gk", "kq", "vf", "vb", "sz", "cs", "ck", "jg", "yj", "wv", "hk"
                }) {
            for (int i = 0; i < group.length(); i++) {
                for (int j = 0; j < group.length(); j++) {
                    IS_NEAR[group.charAt(i) * 128 + group.charAt(j)] = true;
                }
            }
        }
    }

    private Letters() {}

    /** The distance in halves of a letter, or {@code most + 1} if it is more than that. */
    static int distance(String a, String b, int most) {
        if (a.length() > b.length()) {
            return distance(b, a, most);
        }
        int n = b.length();
        int gap = n - a.length();
        if (gap * ONE > most) {
            return most + 1;
        }
        int band = most / ONE;
        int[] before = new int[n + 1];
        int[] last = new int[n + 1];
        int[] now = new int[n + 1];
        for (int j = 0; j <= n; j++) {
            last[j] = j * ONE;
        }
        for (int i = 1; i <= a.length(); i++) {
            char c = a.charAt(i - 1);
            int from = Math.max(1, i - band);
            int to = Math.min(n, i + band);
            now[from - 1] = from == 1 ? i * ONE : most + 1;
            int least = now[from - 1];
            for (int j = from; j <= to; j++) {
                char d = b.charAt(j - 1);
                int best = last[j - 1] + cost(c, d);
                best = Math.min(best, now[j - 1] + ONE);
                if (j < i + band) {
                    best = Math.min(best, last[j] + ONE);
                }
                if (i > 1 && j > 1 && c == b.charAt(j - 2) && a.charAt(i - 2) == d && c != d) {
                    best = Math.min(best, before[j - 2] + ONE);
                }
                now[j] = best;
                least = Math.min(least, best);
            }
            if (least > most) {
                return most + 1;
            }
            int[] spare = before;
            before = last;
            last = now;
            now = spare;
        }
        return Math.min(last[n], most + 1);
    }

    private static int cost(char a, char b) {
        return a == b ? 0 : a < 128 && b < 128 && IS_NEAR[a * 128 + b] ? NEAR : ONE;
    }
}
