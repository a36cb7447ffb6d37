package org.tocsin.ingest.claim.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Tells English from other languages. The small words of English decide first, for they are certain in running text and cheap; only where they are
 * rare is OpenNLP's detector asked, which is unsure about headlines.
 */
public final class Languages {
    private static final String MODEL = "/langdetect-183.bin";
    private static final int SAMPLE_CHARS = 3_000;
    private static final int SHORT = 20;
    private static final Set<String> ENGLISH = Set.of(
            "the", "of", "and", "to", "in", "is", "was", "were", "has", "have", "had", "that", "for", "on", "with",
            "by", "as", "at", "from", "it", "an", "be", "been", "are", "its", "their", "after", "they", "which", "who",
            "but", "not", "said", "this", "over", "into", "will");
    private static final Set<String> OTHER = Set.of(
            "der", "die", "das", "und", "von", "den", "dem", "ist", "nicht", "mit", "auf", "ein", "eine", "nach",
            "wurde", "hat", "le", "la", "les", "des", "du", "et", "une", "est", "dans", "par", "que", "qui", "sur",
            "pour", "aux", "el", "los", "las", "del", "y", "en", "por", "con", "una", "il", "di", "che", "della", "dei",
            "gli", "per", "non", "da", "do", "os", "um", "uma", "no", "na", "het", "een", "van", "zijn", "op", "te",
            "ve", "bir", "bu", "ile", "yang", "dan", "dari", "ke", "pada", "och", "att", "av", "som", "i", "w", "z",
            "si", "sa", "ang", "ng", "mga");
    private static final Map<String, String> CODES = List.of(Locale.getISOLanguages()).stream()
            .collect(
                    Collectors.toMap(code -> Locale.forLanguageTag(code).getISO3Language(), code -> code, (a, b) -> a));

    private final LanguageDetectorModel model;

    private final Set<String> topical;

    private Languages(LanguageDetectorModel model, Set<String> topical) {
        this.model = model;
        this.topical = topical;
    }

    /** @param topical English words that a headline of the kind that is read would have */
    public static Languages load(Set<String> topical) {
        try (InputStream in = Languages.class.getResourceAsStream(MODEL)) {
            if (in == null) {
                throw new IllegalStateException("missing on the class path: " + MODEL);
            }
            return new Languages(new LanguageDetectorModel(in), topical);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** ISO 639-1 where there is one, else 639-3; {@code und} for a text without words. */
    public String of(String text) {
        String sample = sampleOf(text);
        int words = 0;
        int english = 0;
        int onTopic = 0;
        int other = 0;
        int foreignLetters = 0;
        for (Token token : Tokens.of(sample)) {
            if (token.isWord() && !token.isNumber()) {
                words++;
                english += ENGLISH.contains(token.lower()) ? 1 : 0;
                onTopic += topical.contains(token.lower()) ? 1 : 0;
                other += OTHER.contains(token.lower()) ? 1 : 0;
                foreignLetters +=
                        Character.UnicodeScript.of(token.text().codePointAt(0)) == Character.UnicodeScript.LATIN
                                ? 0
                                : 1;
            }
        }
        if (words == 0) {
            return "und";
        }
        boolean latin = foreignLetters * 2 < words;
        if (latin && english * 8 >= words && english > other) {
            return "en";
        }
        if (latin && words < SHORT && other == 0 && english + onTopic > 0 && (english + onTopic) * 5 >= words) {
            return "en";
        }
        return detected(sample, latin && english >= other && (words < 12 || english * 20 >= words));
    }

    private String detected(String sample, boolean couldBeEnglish) {
        Language[] guesses = new LanguageDetectorME(model).predictLanguages(sample);
        if (couldBeEnglish) {
            boolean clear = guesses.length > 0
                    && guesses[0].getConfidence() > 0.019
                    && !guesses[0].getLang().equals("eng");
            if (!clear) {
                return "en";
            }
        }
        String code = guesses.length == 0 ? "und" : guesses[0].getLang();
        return CODES.getOrDefault(code, code);
    }

    /** The first characters, not ending within a surrogate pair. */
    private static String sampleOf(String text) {
        if (text.length() <= SAMPLE_CHARS) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(SAMPLE_CHARS - 1)) ? SAMPLE_CHARS - 1 : SAMPLE_CHARS;
        return text.substring(0, end);
    }
}
