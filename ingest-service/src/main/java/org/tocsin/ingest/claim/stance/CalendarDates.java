package org.tocsin.ingest.claim.stance;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Dates that the calendar names: "Monday", "16 June 2014", "June", "in 2014". Without a year it is the last such date. */
final class CalendarDates {
    private static final int THIRD = 10;
    private static final Set<String> BEFORE_A_YEAR = Set.of(
            "in", "since", "late", "early", "mid", "of", "from", "until", "during", "by", "after", "before", "between");

    private final DateWords words;
    private final LocalDate today;

    CalendarDates(DateWords words, LocalDate today) {
        this.words = words;
        this.today = today;
    }

    /** "Monday", which is the last one or today; "Thursday, Jan. 30, 2025", where the fuller date counts. */
    DateFound weekdayFirst(int i, DayOfWeek day) {
        int next = words.lower(i + 1).equals(",") ? i + 2 : i + 1;
        DateFound fuller = words.isMonth(next)
                ? monthFirst(next)
                : words.isMonth(next + 1) && words.isNumber(next) ? numberFirst(next) : null;
        if (fuller != null) {
            return new DateFound(i, fuller.end(), fuller.first(), fuller.last(), fuller.precision(), words.since(i));
        }
        LocalDate date = today.with(TemporalAdjusters.previousOrSame(day));
        boolean before = words.lower(i - 1).equals("last") && date.equals(today);
        return words.day(i, i + 1, before ? date.minusWeeks(1) : date);
    }

    /** "June", "June 2014", "June 16", "June 16, 2014". */
    @Nullable DateFound monthFirst(int i) {
        int month = words.month(i);
        int next = words.number(i + 1);
        if (DateWords.isYear(next)) {
            return words.month(i, i + 2, YearMonth.of(next, month));
        }
        boolean of = words.lower(i + 1).equals("of");
        if (of && DateWords.isYear(words.number(i + 2))) {
            // "in the September of 2014"
            return words.month(i, i + 3, YearMonth.of(words.number(i + 2), month));
        }
        if (DateWords.isDay(next)) {
            int yearAt = words.lower(i + 2).equals(",") ? i + 3 : i + 2;
            int year = words.number(yearAt);
            int behind = pastLastYear(i + 2);
            if (behind > i + 2) {
                return dayOf(i, behind, today.getYear() - 1, month, next);
            }
            return DateWords.isYear(year)
                    ? dayOf(i, yearAt + 1, year, month, next)
                    : lastSuchDay(i, i + 2, month, next);
        }
        int lastYear = pastLastYear(i + 1);
        if (lastYear > i + 1) {
            return words.month(i, lastYear, YearMonth.of(today.getYear() - 1, month));
        }
        YearMonth thisYear = YearMonth.of(today.getYear(), month);
        boolean before = thisYear.atDay(1).isAfter(today) || (isThisMonth(month) && isOfLastYear(i));
        YearMonth last = before ? thisYear.minusYears(1) : thisYear;
        return partOf(words.month(i, i + 1, last), words.lower(i - 1));
    }

    /** Behind "last year" or "of last year" at {@code i}; {@code i} where neither stands. */
    private int pastLastYear(int i) {
        int last = words.lower(i).equals("of") ? i + 1 : i;
        return words.lower(last).equals("last") && words.lower(last + 1).equals("year") ? last + 2 : i;
    }

    private boolean isThisMonth(int month) {
        return month == today.getMonthValue();
    }

    /** "last August", "since August": in August the one of last year; this one is "this month", "early August" or has a day. */
    private boolean isOfLastYear(int i) {
        return Set.of("last", "in", "since", "of").contains(words.lower(i - 1))
                && !Set.of("earlier", "early", "late", "later", "already", "middle", "beginning", "start", "end")
                        .contains(words.lower(i - 2));
    }

    /** "early June", "late June". */
    private static DateFound partOf(DateFound month, String before) {
        LocalDate first = before.equals("late") ? month.first().plusDays(THIRD * 2L) : month.first();
        LocalDate last = before.equals("early") ? month.first().plusDays(THIRD) : month.last();
        return new DateFound(month.start(), month.end(), first, last, month.precision(), month.since());
    }

    /** "16 June", "16 June 2014", "in 2014". */
    @Nullable DateFound numberFirst(int i) {
        int number = words.number(i);
        if (DateWords.isDay(number) && words.isMonth(i + 1)) {
            int year = words.number(i + 2);
            return DateWords.isYear(year)
                    ? dayOf(i, i + 3, year, words.month(i + 1), number)
                    : lastSuchDay(i, i + 2, words.month(i + 1), number);
        }
        boolean year = number >= 1900 && number <= 2100 && words.lower(i).length() == 4;
        if (year && BEFORE_A_YEAR.contains(words.lower(i - 1))) {
            return words.year(i, i + 1, number);
        }
        return null;
    }

    private @Nullable DateFound dayOf(int start, int end, int year, int month, int day) {
        return day > YearMonth.of(year, month).lengthOfMonth()
                ? null
                : words.day(start, end, LocalDate.of(year, month, day));
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
        return words.day(start, end, date);
    }
}
