package org.tocsin.events.sanctions.matching;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Letters of other scripts by the Latin letters that passports and lists most often write for them. Arabic, Persian and Hebrew write few vowels, so what comes
 * of them is a skeleton: {@link Word#skeletal}. Scripts without a table (Han, Khmer) stay as they are and match only themselves.
 */
final class Romanisation {
    private static final Map<Integer, String> LETTERS = new HashMap<>();

    static {
        add(
                "абвгдежзийклмнопрстуфхцчшщъыьэюя",
                "a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya");
        add("ёєіїґўјљњћђџѓќѕқғүұһәөңҳҷӣӯ", "e e i i g u j lj nj c dj dz g k dz k g u u h a o ng h j i u");
        add("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o");
        add("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h u i");
        add("ءآأإؤئىةپچژگکیۀۇۆېہںٹڈڑے", "_ a a i u i a a p ch zh g k i a u o e h n t d r e");
        add("אבגדהוזחטיכךלמםנןסעפףצץקרשת", "a b g d h u z h t i k k l m m n n s _ p f ts ts k r sh t");
        add(
                "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
                "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h");
        add(
                "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
                "a b g d e z e e t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts v p k o f ev");
        add(
                "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンヴ",
                "a i u e o ka ki ku ke ko sa shi su se so ta chi tsu te to na ni nu ne no ha hi fu he ho ma mi mu me mo ya yu yo ra ri ru re ro wa o n vu");
        add("ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポ", "ga gi gu ge go za ji zu ze zo da ji zu de do ba bi bu be bo pa pi pu pe po");
    }

    private Romanisation() {}

    /** The Latin letters of a folded code point, empty for one that is not written, or null for one without a table. */
    static @Nullable String of(int codePoint) {
        return LETTERS.get(codePoint);
    }

    /** Whether the script of this letter leaves most vowels out. */
    static boolean isConsonantal(int codePoint) {
        return codePoint >= 0x0590 && codePoint <= 0x06FF;
    }

    private static void add(String letters, String latin) {
        String[] forms = latin.split(" ");
        int[] codePoints = letters.codePoints().toArray();
        if (forms.length != codePoints.length) {
            throw new IllegalStateException(
                    letters + " has " + codePoints.length + " letters, but " + forms.length + " forms");
        }
        for (int i = 0; i < forms.length; i++) {
            LETTERS.put(codePoints[i], forms[i].equals("_") ? "" : forms[i]);
        }
    }
}
