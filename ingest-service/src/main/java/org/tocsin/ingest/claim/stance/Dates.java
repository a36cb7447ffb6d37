package org.tocsin.ingest.claim.stance;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.DatePrecision;
import org.tocsin.ingest.claim.clause.Words;

/** The dates of a sentence, counted from the day of publication in the place's own time zone. A date without a year is the last such date. */
final class Dates {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Set<String> MONTH_NAMES = Set.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "jan.",
            "feb.",
            "mar.",
            "apr.",
            "jun.",
            "jul.",
            "aug.",
            "sep.",
            "sept.",
            "oct.",
            "nov.",
            "dec.",
            "jan",
            "feb",
            "apr",
            "jun",
            "jul",
            "aug",
            "sept",
            "oct",
            "nov",
            "dec");
    private static final Map<String, Integer> SMALL = Map.ofEntries(
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
    private static final Set<String> SEASONS = Set.of("summer", "winter", "spring", "autumn", "fall");

    private final Words words;
    private final LocalDate today;
    /** The date told last, for "that same month"; null when none was. */
    private @Nullable LocalDate anchor;

    Dates(Words words, LocalDate today, @Nullable LocalDate anchor) {
        this.words = words;
        this.today = today;
        this.anchor = anchor;
    }

    List<DateFound> all() {
        List<DateFound> found = new ArrayList<>();
        int i = words.from();
        while (i < words.to()) {
            DateFound date = at(i);
            if (date == null) {
                i++;
            } else {
                found.add(date);
                anchor = date.first();
                i = date.end();
            }
        }
        return found;
    }

    private @Nullable DateFound at(int i) {
        String lower = words.lower(i);
        Optional<DayOfWeek> weekday = weekday(i);
        if (weekday.isPresent()) {
            return weekday(i, weekday.get());
        }
        if (lower.equals("today") || lower.equals("tonight") || lower.equals("overnight")) {
            return day(i, i + 1, today);
        }
        if (lower.equals("yesterday")) {
            return day(i, i + 1, today.minusDays(1));
        }
        if (isMonth(i)) {
            return monthFirst(i);
        }
        if (words.token(i).isNumber()) {
            return numberFirst(i);
        }
        if (lower.equals("last")
                || lower.equals("this")
                || lower.equals("previous")
                || lower.equals("past")
                || lower.equals("earlier")) {
            return relative(i, lower);
        }
        DateFound counted = fromAnchor(i);
        if (counted != null) {
            return counted;
        }
        if (lower.equals("weekend") && Set.of("the", "at", "over", "a").contains(words.lower(i - 1))) {
            LocalDate saturday = today.with(TemporalAdjusters.previous(DayOfWeek.SATURDAY));
            return new DateFound(i, i + 1, saturday, saturday.plusDays(1), DatePrecision.WEEK, false);
        }
        return ago(i);
    }

    private Optional<DayOfWeek> weekday(int i) {
        String lower = words.lower(i);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().toLowerCase(java.util.Locale.ROOT).equals(lower)
                    && words.token(i).capitalised()) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private DateFound weekday(int i, DayOfWeek day) {
        // "Thursday, Jan. 30, 2025": the fuller date counts
        int next = words.lower(i + 1).equals(",") ? i + 2 : i + 1;
        if (next < words.to() && (isMonth(next) || (words.token(next).isNumber() && isMonth(next + 1)))) {
            DateFound fuller = at(next);
            if (fuller != null) {
                return new DateFound(i, fuller.end(), fuller.first(), fuller.last(), fuller.precision(), since(i));
            }
        }
        LocalDate date = today.with(TemporalAdjusters.previousOrSame(day));
        boolean before = words.lower(i - 1).equals("last") && date.equals(today);
        return new DateFound(
                i,
                i + 1,
                before ? date.minusWeeks(1) : date,
                before ? date.minusWeeks(1) : date,
                DatePrecision.DAY,
                since(i));
    }

    private boolean isMonth(int i) {
        if (i >= words.to()
                || !MONTH_NAMES.contains(words.lower(i))
                || !words.token(i).capitalised()) {
            return false;
        }
        boolean may = words.lower(i).equals("may") || words.lower(i).equals("march");
        return !may
                || (i > words.from()
                        && Set.of("in", "since", "of", "last", "late", "early", "until", "on", "by", "mid", ",")
                                .contains(words.lower(i - 1)))
                || (i > words.from() && words.token(i - 1).isNumber())
                || (i + 1 < words.to() && words.token(i + 1).isNumber());
    }

    private int month(int i) {
        return MONTHS.indexOf(words.lower(i).substring(0, 3)) + 1;
    }

    /** "June", "June 2014", "June 16", "June 16, 2014". */
    private @Nullable DateFound monthFirst(int i) {
        int month = month(i);
        int next = number(i + 1);
        if (next >= 1900 && next <= 2200) {
            return month(i, i + 2, YearMonth.of(next, month));
        }
        if (next >= 1 && next <= 31) {
            int yearAt = words.lower(i + 2).equals(",") ? i + 3 : i + 2;
            int year = number(yearAt);
            return year >= 1900 && year <= 2200
                    ? dayOf(i, yearAt + 1, year, month, next)
                    : lastSuchDay(i, i + 2, month, next);
        }
        YearMonth thisYear = YearMonth.of(today.getYear(), month);
        return month(i, i + 1, thisYear.atDay(1).isAfter(today) ? thisYear.minusYears(1) : thisYear);
    }

    /** "16 June", "16 June 2014", "2014", "10 days ago". */
    private @Nullable DateFound numberFirst(int i) {
        int number = number(i);
        if (number >= 1 && number <= 31 && isMonth(i + 1)) {
            int year = number(i + 2);
            return year >= 1900 && year <= 2200
                    ? dayOf(i, i + 3, year, month(i + 1), number)
                    : lastSuchDay(i, i + 2, month(i + 1), number);
        }
        boolean year = number >= 1900 && number <= 2100 && words.token(i).text().length() == 4;
        if (year
                && Set.of(
                                "in", "since", "late", "early", "mid", "of", "from", "until", "during", "by", "after",
                                "before", "between")
                        .contains(words.lower(i - 1))) {
            return new DateFound(
                    i, i + 1, LocalDate.of(number, 1, 1), LocalDate.of(number, 12, 31), DatePrecision.YEAR, since(i));
        }
        return ago(i);
    }

    private @Nullable DateFound relative(int i, String lower) {
        int noun = i + 1;
        if (words.lower(i + 1).equals("few")
                || words.lower(i + 1).equals("two")
                || words.lower(i + 1).equals("several")) {
            noun++;
        }
        String unit = words.lower(noun);
        boolean last = !lower.equals("this")
                && !(lower.equals("earlier") && words.lower(i + 1).equals("this"));
        if (lower.equals("earlier")) {
            unit = words.lower(i + 2);
            noun = i + 2;
            if (!words.lower(i + 1).equals("this")) {
                return null;
            }
        }
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        if (isMonth(noun)) {
            return monthFirst(noun);
        }
        if (weekday(noun).isPresent()) {
            return null;
        }
        if (SEASONS.contains(unit)) {
            LocalDate start = LocalDate.of(today.getYear() - 1, 6, 1);
            return new DateFound(i, noun + 1, start, start.plusMonths(8), DatePrecision.YEAR, since(i));
        }
        return switch (unit) {
            case "week" ->
                new DateFound(
                        i,
                        noun + 1,
                        last ? monday.minusWeeks(1) : monday,
                        last ? monday.minusDays(1) : monday.plusDays(6),
                        DatePrecision.WEEK,
                        since(i));
            case "weekend" ->
                new DateFound(i, noun + 1, monday.minusDays(2), monday.minusDays(1), DatePrecision.WEEK, since(i));
            case "month" -> month(i, noun + 1, last ? YearMonth.from(today).minusMonths(1) : YearMonth.from(today));
            case "year" -> {
                int year = last ? today.getYear() - 1 : today.getYear();
                yield new DateFound(
                        i,
                        noun + 1,
                        LocalDate.of(year, 1, 1),
                        LocalDate.of(year, 12, 31),
                        DatePrecision.YEAR,
                        since(i));
            }
            case "night", "evening" -> day(i, noun + 1, last ? today.minusDays(1) : today);
            case "morning", "afternoon" -> day(i, noun + 1, today);
            case "days" -> new DateFound(i, noun + 1, today.minusDays(6), today, DatePrecision.WEEK, since(i));
            case "decade", "century" ->
                new DateFound(i, noun + 1, today.minusYears(10), today.minusYears(1), DatePrecision.YEAR, since(i));
            default -> null;
        };
    }

    /** "that same month", "the following week", "a month later": counted from the date told last. */
    private @Nullable DateFound fromAnchor(int i) {
        LocalDate from = anchor;
        if (from == null) {
            return null;
        }
        String lower = words.lower(i);
        boolean pointing = Set.of("same", "following", "next").contains(lower)
                && Set.of("the", "that", "this").contains(words.lower(i - 1));
        if (pointing) {
            int steps = lower.equals("same") ? 0 : 1;
            return later(i, i + 2, words.lower(i + 1), from, steps);
        }
        boolean later = words.lower(i + 2).equals("later") || words.lower(i + 2).equals("afterwards");
        int count = words.token(i).isNumber() ? number(i) : SMALL.getOrDefault(lower, 0);
        return later && count > 0 && count < 1_000 ? later(i, i + 3, words.lower(i + 1), from, count) : null;
    }

    private @Nullable DateFound later(int start, int end, String unit, LocalDate from, int count) {
        DateFound found =
                switch (unit) {
                    case "day", "days", "night" -> day(start, end, from.plusDays(count));
                    case "week", "weeks" ->
                        new DateFound(
                                start,
                                end,
                                from.plusWeeks(count),
                                from.plusWeeks(count).plusDays(6),
                                DatePrecision.WEEK,
                                false);
                    case "month", "months" ->
                        month(start, end, YearMonth.from(from).plusMonths(count));
                    case "year", "years" -> year(start, end, from.getYear() + count);
                    default -> null;
                };
        return found != null && found.first().isAfter(today) ? null : found;
    }

    /** "three days ago", "a decade earlier". */
    private @Nullable DateFound ago(int i) {
        int count = words.token(i).isNumber()
                ? number(i)
                : SMALL.getOrDefault(words.lower(i), words.lower(i + 1).equals("ago") ? 3 : 0);
        boolean bare = words.lower(i + 1).equals("ago");
        int unitAt = bare ? i : i + 1;
        if (count <= 0 || count > 10_000 || !Set.of("ago", "earlier", "before").contains(words.lower(unitAt + 1))) {
            return null;
        }
        int end = Set.of("today", "tonight").contains(words.lower(unitAt + 2)) ? unitAt + 3 : unitAt + 2;
        return switch (words.lower(unitAt)) {
            case "day", "days" -> day(i, end, today.minusDays(count));
            case "week", "weeks" ->
                new DateFound(
                        i,
                        end,
                        today.minusWeeks(count),
                        today.minusWeeks(count).plusDays(6),
                        DatePrecision.WEEK,
                        false);
            case "month", "months" -> month(i, end, YearMonth.from(today).minusMonths(count));
            case "year", "years" -> year(i, end, today.getYear() - count);
            case "decade", "decades" -> year(i, end, today.getYear() - 10 * count);
            case "hour", "hours", "minutes", "minute" -> day(i, end, count > 24 ? today.minusDays(count / 24) : today);
            default -> null;
        };
    }

    private DateFound year(int start, int end, int year) {
        int bounded = Math.max(1, year);
        return new DateFound(
                start,
                end,
                LocalDate.of(bounded, 1, 1),
                LocalDate.of(bounded, 12, 31),
                DatePrecision.YEAR,
                since(start));
    }

    private DateFound day(int start, int end, LocalDate date) {
        return new DateFound(start, end, date, date, DatePrecision.DAY, since(start));
    }

    private DateFound month(int start, int end, YearMonth month) {
        return new DateFound(start, end, month.atDay(1), month.atEndOfMonth(), DatePrecision.MONTH, since(start));
    }

    private @Nullable DateFound dayOf(int start, int end, int year, int month, int day) {
        return day > YearMonth.of(year, month).lengthOfMonth() ? null : day(start, end, LocalDate.of(year, month, day));
    }

    private @Nullable DateFound lastSuchDay(int start, int end, int month, int day) {
        int year = today.getYear();
        if (day > YearMonth.of(year, month).lengthOfMonth()) {
            return null;
        }
        LocalDate date = LocalDate.of(year, month, day);
        if (ChronoUnit.DAYS.between(today, date) > 1) {
            YearMonth before = YearMonth.of(year - 1, month);
            date = before.atDay(Math.min(day, before.lengthOfMonth()));
        }
        return day(start, end, date);
    }

    private boolean since(int start) {
        return words.lower(start - 1).equals("since") || words.lower(start - 2).equals("since");
    }

    private int number(int i) {
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
}
