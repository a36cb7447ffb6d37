package org.tocsin.ingest.claim.stance;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.clause.Words;

/** The dates of a sentence, counted from the day of publication in the place's own time zone. */
final class Dates {
    private final Words words;
    private final LocalDate today;
    private final DateWords dateWords;
    private final CalendarDates calendar;
    private final CountedDates counted;
    /** The date told last, for "that same month"; null when none was. */
    private @Nullable LocalDate anchor;
    /** The same, of this sentence only. */
    private @Nullable LocalDate anchorHere;

    Dates(Words words, LocalDate today, @Nullable LocalDate anchor, Set<String> monthNames) {
        this.words = words;
        this.today = today;
        this.anchor = anchor;
        this.dateWords = new DateWords(words, monthNames);
        this.calendar = new CalendarDates(dateWords, today);
        this.counted = new CountedDates(dateWords, calendar, today);
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
                anchorHere = date.first();
                i = date.end();
            }
        }
        return found;
    }

    private @Nullable DateFound at(int i) {
        String lower = words.lower(i);
        Optional<DayOfWeek> weekday = dateWords.weekday(i);
        if (weekday.isPresent()) {
            return calendar.weekdayFirst(i, weekday.get());
        }
        if (lower.equals("today") || lower.equals("tonight") || lower.equals("overnight")) {
            return dateWords.day(i, i + 1, today);
        }
        boolean dayBefore = lower.equals("day")
                && Set.of("the", "a").contains(words.lower(i - 1))
                && Set.of("before", "earlier").contains(words.lower(i + 1))
                && !words.lower(i + 2).equals("yesterday");
        if (dayBefore && anchorHere == null) {
            return dateWords.day(
                    i, i + 2, (anchor == null || anchor.isBefore(today.minusDays(7)) ? today : anchor).minusDays(1));
        }
        if (lower.equals("yesterday")) {
            return dateWords.day(i, i + 1, today.minusDays(1));
        }
        if (dateWords.isMonth(i)) {
            return calendar.monthFirst(i);
        }
        if (words.token(i).isNumber()) {
            DateFound named = calendar.numberFirst(i);
            return named == null ? countedAt(i) : named;
        }
        return switch (lower) {
            case "last", "this", "previous", "past", "earlier" -> counted.relative(i, lower);
            default -> countedAt(i);
        };
    }

    private @Nullable DateFound countedAt(int i) {
        DateFound found = counted.before(i, anchorHere);
        found = found == null ? counted.fromAnchor(i, anchor) : found;
        found = found == null ? counted.weekend(i) : found;
        return found == null ? counted.ago(i, anchorHere) : found;
    }
}
