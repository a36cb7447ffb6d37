package org.tocsin.events.control;

import static org.tocsin.events.control.Said.nearCopyOf;
import static org.tocsin.events.control.Said.published;
import static org.tocsin.events.control.Said.said;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Things said about a place at random, by a seed, so that a failure can be run again. */
public final class Scripts {
    private static final List<String> WHAT = List.of(
            "is seizes",
            "militants seizes",
            "krg seizes",
            "iraq regains",
            "is seizes PART",
            "krg seizes FACILITY",
            "iraq leaves",
            "is leaves",
            "not iraq leaves",
            "iraq holds",
            "iraq holds MOST",
            "is holds",
            "krg holds",
            "iraq repels",
            "not is seized",
            "not seized",
            "clash",
            "clash PART",
            "seizes");
    private static final List<String> BY =
            List.of("wire", "wire:residents", "post", "post:iraq", "herald:is", "herald@A", "blog@E", "blog@E:general");
    private static final List<String> PRECISION = List.of("", "", "", "/UNKNOWN", "/WEEK", "/MONTH");

    private Scripts() {}

    public static List<Evidence> anything(Random random) {
        List<Evidence> evidence = new ArrayList<>();
        int count = random.nextInt(14);
        for (int i = 0; i < count; i++) {
            LocalDate day = LocalDate.of(2014, 1, 1).plusDays(random.nextInt(random.nextBoolean() ? 5 : 60));
            Evidence event = said(
                    "r" + random.nextInt(8) + "." + i,
                    pick(random, WHAT),
                    day + pick(random, PRECISION),
                    pick(random, BY));
            Instant at =
                    event.source().publishedAt().plusSeconds(3_600L * random.nextInt(random.nextBoolean() ? 3 : 200));
            event = published(at.toString(), event);
            evidence.add(random.nextInt(6) == 0 ? nearCopyOf("r" + random.nextInt(8), event) : event);
        }
        return evidence;
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
