package org.tocsin.ingest.claim.stance;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tocsin.ingest.claim.DatePrecision;
import org.tocsin.ingest.claim.clause.Words;

/** The words of one sentence that dates are told with, and the shapes of dates: a day, a week, a month, a year. */
final class DateWords {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<String, Integer> COUNTS = Map.ofEntries(
            Map.entry("a", 1),
            Map.entry("an", 1),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("fifteen", 15),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("forty", 40),
            Map.entry("fifty", 50),
            Map.entry("sixty", 60),
            Map.entry("seventy", 70),
            Map.entry("eighty", 80),
            Map.entry("ninety", 90),
            Map.entry("several", 3),
            Map.entry("few", 3));

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private final Words words;
    private final Set<String> monthNames;

    /** @param monthNames in full and cut short */
    DateWords(Words words, Set<String> monthNames) {
        this.words = words;
        this.monthNames = monthNames;
    }

    String lower(int i) {
        return words.lower(i);
    }

    boolean isNumber(int i) {
        return words.token(i).isNumber();
    }

    Optional<DayOfWeek> weekday(int i) {
        String lower = words.lower(i);
        if (lower.endsWith("day") && words.token(i).capitalised()) {
            for (DayOfWeek day : DayOfWeek.values()) {
                if (day.name().toLowerCase(Locale.ROOT).equals(lower)) {
                    return Optional.of(day);
                }
            }
        }
        return Optional.empty();
    }

    /** "June", "Sept."; "May" and "March" only where the words beside them ask for a month. */
    boolean isMonth(int i) {
        if (i >= words.to()
                || !monthNames.contains(words.lower(i))
                || !words.token(i).capitalised()) {
            return false;
        }
        boolean may = words.lower(i).equals("may") || words.lower(i).equals("march");
        return !may
                || (i > words.from()
                        && Set.of("in", "since", "of", "last", "late", "early", "until", "on", "by", "mid", ",")
                                .contains(words.lower(i - 1)))
                || (words.lower(i + 1).equals("of") && isYear(number(i + 2)))
                || (i > words.from() && words.token(i - 1).isNumber())
                || (i + 1 < words.to() && words.token(i + 1).isNumber());
    }

    /** From 1 to 12. */
    int month(int i) {
        return MONTHS.indexOf(words.lower(i).substring(0, 3)) + 1;
    }

    static boolean isYear(int number) {
        return number >= FIRST_YEAR && number <= LAST_YEAR;
    }

    static boolean isDay(int number) {
        return number >= 1 && number <= 31;
    }

    /** The number at the token, also "16th"; -1 when it is none. */
    int number(int i) {
        if (i < words.from() || i >= words.to() || words.token(i).text().length() > 5) {
            return -1;
        }
        int value = 0;
        for (char digit : words.token(i)
                .text()
                .replace("th", "")
                .replace("st", "")
                .replace("nd", "")
                .replace("rd", "")
                .toCharArray()) {
            if (digit < '0' || digit > '9') {
                return -1;
            }
            value = value * 10 + digit - '0';
        }
        return words.token(i).text().isEmpty() ? -1 : value;
    }

    /** How many: "10", "ten", "several"; {@code otherwise} when it is neither. */
    int count(int i, int otherwise) {
        return words.token(i).isNumber() ? number(i) : COUNTS.getOrDefault(words.lower(i), otherwise);
    }

    /** Is it an open beginning: "since 2014", "since last June"? */
    boolean since(int start) {
        return words.lower(start - 1).equals("since") || words.lower(start - 2).equals("since");
    }

    DateFound day(int start, int end, LocalDate date) {
        return new DateFound(start, end, date, date, DatePrecision.DAY, since(start));
    }

    /** A week that starts on that day. */
    static DateFound week(int start, int end, LocalDate first, boolean since) {
        return new DateFound(start, end, first, first.plusDays(6), DatePrecision.WEEK, since);
    }

    DateFound month(int start, int end, YearMonth month) {
        return new DateFound(start, end, month.atDay(1), month.atEndOfMonth(), DatePrecision.MONTH, since(start));
    }

    DateFound year(int start, int end, int year) {
        int bounded = Math.max(1, year);
        return new DateFound(
                start,
                end,
                LocalDate.of(bounded, 1, 1),
                LocalDate.of(bounded, 12, 31),
                DatePrecision.YEAR,
                since(start));
    }
}
