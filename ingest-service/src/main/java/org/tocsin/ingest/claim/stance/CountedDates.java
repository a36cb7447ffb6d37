package org.tocsin.ingest.claim.stance;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.DatePrecision;

/** Dates that are counted: from today ("last week", "three days ago") or from the date told last ("a month later", "that same year"). */
final class CountedDates {
    private static final Set<String> SEASONS = Set.of("summer", "winter", "spring", "autumn", "fall");

    private static final Set<String> SOME = Set.of("few", "two", "several");

    private final DateWords words;
    private final CalendarDates calendar;
    private final LocalDate today;

    CountedDates(DateWords words, CalendarDates calendar, LocalDate today) {
        this.words = words;
        this.calendar = calendar;
        this.today = today;
    }

    /** "last week", "earlier this month", "this year", "last summer". */
    @Nullable DateFound relative(int i, String lower) {
        boolean earlier = lower.equals("earlier");
        boolean inThe =
                earlier && words.lower(i + 1).equals("in") && words.lower(i + 2).equals("the");
        if (inThe && Set.of("week", "month", "year").contains(words.lower(i + 3))) {
            return soFar(i, i + 4, words.lower(i + 3));
        }
        if (earlier && !words.lower(i + 1).equals("this")) {
            return null;
        }
        boolean last = !earlier && !lower.equals("this");
        int noun = earlier || SOME.contains(words.lower(i + 1)) ? i + 2 : i + 1;
        String unit = words.lower(noun);
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        if (words.isMonth(noun)) {
            return calendar.monthFirst(noun);
        }
        if (words.weekday(noun).isPresent()) {
            return null;
        }
        if (SEASONS.contains(unit)) {
            LocalDate start = LocalDate.of(today.getYear() - 1, 6, 1);
            return new DateFound(i, noun + 1, start, start.plusMonths(8), DatePrecision.YEAR, words.since(i));
        }
        return switch (unit) {
            case "week" ->
                // "in the past week" ends today, "last week" on Sunday
                DateWords.week(
                        i,
                        noun + 1,
                        last && words.lower(i - 1).equals("the")
                                ? today.minusDays(6)
                                : last ? monday.minusWeeks(1) : monday,
                        words.since(i));
            case "weekend" ->
                new DateFound(
                        i, noun + 1, monday.minusDays(2), monday.minusDays(1), DatePrecision.WEEK, words.since(i));
            case "month" ->
                words.month(i, noun + 1, last ? YearMonth.from(today).minusMonths(1) : YearMonth.from(today));
            case "year" -> words.year(i, noun + 1, last ? today.getYear() - 1 : today.getYear());
            case "night", "evening" -> words.day(i, noun + 1, last ? today.minusDays(1) : today);
            case "morning", "afternoon" -> words.day(i, noun + 1, today);
            case "days" -> new DateFound(i, noun + 1, today.minusDays(6), today, DatePrecision.WEEK, words.since(i));
            case "decade", "century" ->
                new DateFound(
                        i, noun + 1, today.minusYears(10), today.minusYears(1), DatePrecision.YEAR, words.since(i));
            default -> null;
        };
    }

    /** "earlier in the year": from its beginning to yesterday. */
    private DateFound soFar(int i, int end, String unit) {
        return switch (unit) {
            case "week" ->
                new DateFound(
                        i,
                        end,
                        today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                        today,
                        DatePrecision.WEEK,
                        words.since(i));
            case "month" -> new DateFound(i, end, today.withDayOfMonth(1), today, DatePrecision.MONTH, words.since(i));
            default -> new DateFound(i, end, today.withDayOfYear(1), today, DatePrecision.YEAR, words.since(i));
        };
    }

    /** "at the weekend": the last one. */
    @Nullable DateFound weekend(int i) {
        if (!words.lower(i).equals("weekend")
                || !Set.of("the", "at", "over", "a").contains(words.lower(i - 1))) {
            return null;
        }
        LocalDate saturday = today.with(TemporalAdjusters.previous(DayOfWeek.SATURDAY));
        return new DateFound(i, i + 1, saturday, saturday.plusDays(1), DatePrecision.WEEK, false);
    }

    /** "a year after the town was retaken": that long before what the sentence tells, which is the date told last or today. */
    @Nullable DateFound before(int i, @Nullable LocalDate anchorHere) {
        int count = words.count(i, 0);
        // "a year has passed since the town was retaken"
        boolean passed = Set.of("has", "have").contains(words.lower(i + 2))
                && Set.of("passed", "gone").contains(words.lower(i + 3))
                && words.lower(i + 4).equals("since");
        if (count <= 0 || count > 1_000 || !(passed || Set.of("after", "since").contains(words.lower(i + 2)))) {
            return null;
        }
        LocalDate from = anchorHere == null ? today : anchorHere;
        DateFound found = later(i, passed ? i + 5 : i + 3, words.lower(i + 1), from, -count);
        return found == null ? null : found.aheadOf();
    }

    /** "that same month", "the following week", "a month later": counted from the date told last. */
    @Nullable DateFound fromAnchor(int i, @Nullable LocalDate from) {
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
        if (lower.equals("that") && Set.of("year", "month", "week", "day").contains(words.lower(i + 1))) {
            return later(i, i + 2, words.lower(i + 1), from, 0);
        }
        boolean later = words.lower(i + 2).equals("later") || words.lower(i + 2).equals("afterwards");
        int count = words.count(i, 0);
        return later && count > 0 && count < 1_000 ? later(i, i + 3, words.lower(i + 1), from, count) : null;
    }

    /** So many units after that day, or null when it would be in the future. */
    private @Nullable DateFound later(int start, int end, String unit, LocalDate from, int count) {
        DateFound found =
                switch (unit) {
                    case "day", "days", "night" -> words.day(start, end, from.plusDays(count));
                    case "week", "weeks" -> DateWords.week(start, end, from.plusWeeks(count), false);
                    case "month", "months" ->
                        words.month(start, end, YearMonth.from(from).plusMonths(count));
                    case "year", "years" -> words.year(start, end, from.getYear() + count);
                    case "decade", "decades" -> words.year(start, end, from.getYear() + 10 * count);
                    default -> null;
                };
        return found != null && found.first().isAfter(today) ? null : found;
    }

    /** "three days ago", "a decade earlier". */
    @Nullable DateFound ago(int i, @Nullable LocalDate anchorHere) {
        boolean bare = words.lower(i + 1).equals("ago");
        int count = words.count(i, bare ? 3 : 0);
        int unitAt = bare ? i : i + 1;
        if (count <= 0 || count > 10_000 || !Set.of("ago", "earlier", "before").contains(words.lower(unitAt + 1))) {
            return null;
        }
        if (anchorHere != null && !words.lower(unitAt + 1).equals("ago")) {
            return later(i, unitAt + 2, words.lower(unitAt), anchorHere, -count);
        }
        int end = Set.of("today", "tonight").contains(words.lower(unitAt + 2)) ? unitAt + 3 : unitAt + 2;
        return switch (words.lower(unitAt)) {
            case "day", "days" -> words.day(i, end, today.minusDays(count));
            case "week", "weeks" -> DateWords.week(i, end, today.minusWeeks(count), false);
            case "month", "months" -> words.month(i, end, YearMonth.from(today).minusMonths(count));
            case "year", "years" -> words.year(i, end, today.getYear() - count);
            case "decade", "decades" -> words.year(i, end, today.getYear() - 10 * count);
            case "hour", "hours", "minutes", "minute" ->
                words.day(i, end, count > 24 ? today.minusDays(count / 24) : today);
            default -> null;
        };
    }
}
