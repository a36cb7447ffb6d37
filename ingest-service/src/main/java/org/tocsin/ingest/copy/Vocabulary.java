package org.tocsin.ingest.copy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tocsin.reference.Countries;
import org.tocsin.reference.Country;

/** The words that the comparison of two texts knows by name. */
final class Vocabulary {
    /** What a word can turn into its opposite, or into another happening. */
    enum Mark {
        NOT,
        DENY,
        MAYBE,
        PART,
        TAKE,
        RETAKE,
        LEAVE,
        HOLD,
        ENTER;

        /** Whether somebody does something to a place, or does not. */
        boolean isDeed() {
            return switch (this) {
                case TAKE, RETAKE, LEAVE, HOLD, ENTER -> true;
                case NOT, DENY, MAYBE, PART -> false;
            };
        }
    }

    private static final Set<String> STOP = words("""
            a an the this that these those and or but nor so as than then of in on at to from by with for into onto over under
            about after before during since until between among through against near around is are was were be been being am has
            have had having do does did it its he him his she her they them their we us our you your i my me who whom whose which
            what when where while there here also too very just only still already more most some any all both each other another
            such own same up down out off s said say says saying told tell tells added according because if
            reuter ap afp upi xinhua tass interfax ria ukrinform anadolu dpa bbc cnn aljazeera al-jazeera
            today yesterday meanwhile however percent
            """);

    private static final Set<String> DAYS =
            words("monday tuesday wednesday thursday friday saturday sunday tomorrow overnight");

    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("isis", "islamic-state"),
            Map.entry("isil", "islamic-state"),
            Map.entry("daesh", "islamic-state"),
            Map.entry("mon", "monday"),
            Map.entry("tues", "tuesday"),
            Map.entry("wed", "wednesday"),
            Map.entry("thurs", "thursday"),
            Map.entry("fri", "friday"),
            Map.entry("congolese", "congo"),
            Map.entry("kilometer", "km"),
            Map.entry("kilometre", "km"),
            Map.entry("mile", "mi"),
            Map.entry("centre", "center"),
            Map.entry("defence", "defense"));

    /** Beside these a people's adjective is the name of its country, if both are one word. */
    private static final Map<String, String> SAME = withPeoples(SPELLINGS);

    private static final List<String> NUMBERS = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty");

    private static final Map<String, Mark> MARKS = marks();

    private Vocabulary() {}

    static boolean isStop(String word) {
        return STOP.contains(word);
    }

    static boolean isDay(String word) {
        return DAYS.contains(word);
    }

    static boolean isNumber(String word) {
        return Character.isDigit(word.charAt(0));
    }

    static Optional<Mark> markOf(String word) {
        return Optional.ofNullable(MARKS.get(word));
    }

    /** The form in which a word is compared: numbers in digits, some names alike, without the endings of plural and past. */
    static String plain(String lower) {
        String word = lower;
        if (word.endsWith("n't")) {
            word = "not";
        }
        int number = NUMBERS.indexOf(word);
        if (number > 1) {
            return Integer.toString(number);
        }
        if (word.equals("dozen")) {
            return "12";
        }
        if (isNumber(word)) {
            return word.replace(",", "");
        }
        String same = SAME.get(word);
        if (same == null) {
            word = singular(word);
            same = SAME.get(word);
        }
        return same == null ? word.replace(".", "") : same;
    }

    private static String singular(String word) {
        boolean plural = word.length() > 4 && word.endsWith("s") && !word.endsWith("ss");
        return plural ? word.substring(0, word.length() - 1) : word;
    }

    private static Map<String, String> withPeoples(Map<String, String> spellings) {
        Map<String, String> same = new HashMap<>();
        for (Country country : Countries.load().all()) {
            String name = country.name().toLowerCase(Locale.ROOT);
            if (!name.contains(" ")) {
                country.demonyms().forEach(people -> same.put(people.toLowerCase(Locale.ROOT), singular(name)));
            }
        }
        same.putAll(spellings);
        return Map.copyOf(same);
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    private static Map<String, Mark> marks() {
        Map<String, Mark> marks = new HashMap<>();
        Map.of(
                        Mark.NOT,
                        "not no never none neither without failed fail",
                        Mark.DENY,
                        "deny denie denied denying denial dismissed refuted refute rejected disputed false untrue lie unfounded",
                        Mark.MAYBE,
                        "will would may might could vowed vow vows plan planned planning prepare preparing threatened threaten"
                                + " try trying tried attempt attempted expect expected hope hoped intend poised ready"
                                + " fear feared brink verge",
                        Mark.PART,
                        "half part partly partially district outskirt suburb neighbourhood quarter",
                        Mark.TAKE,
                        "capture captured capturing seize seized seizing seizure took taken take taking overran overrun conquered"
                                + " fell fallen fall falling occupied occupy",
                        Mark.RETAKE,
                        "recapture recaptured recapturing retake retaken retook retaking liberated liberate liberation regained regain"
                                + " reclaimed reclaim reconquered freed",
                        Mark.LEAVE,
                        "withdrew withdraw withdrawn withdrawal withdrawing abandoned abandon retreated retreat quit pulled evacuated left",
                        Mark.HOLD,
                        "repelled repel repulsed held hold holding defended beaten pushed",
                        Mark.ENTER,
                        "entered enter entering stormed storming advanced advance advancing approached reached encircled encircle"
                                + " surrounded besieged")
                .forEach((mark, all) -> {
                    for (String word : all.split(" ")) {
                        marks.put(word, mark);
                    }
                });
        return Map.copyOf(marks);
    }
}
