package org.tocsin.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** Short made-up reports, each of one city that changes hands: the load for measuring and for fault tests. */
final class Takings {
    private static final List<String> IRAQ = List.of(
            "Mosul",
            "Tikrit",
            "Tal Afar",
            "Ramadi",
            "Fallujah",
            "Samarra",
            "Kirkuk",
            "Baqubah",
            "Sinjar",
            "Rutba",
            "Haditha",
            "Rawah",
            "Basra",
            "Najaf",
            "Karbala",
            "Nasiriyah",
            "Amarah",
            "Kut",
            "Sulaymaniyah",
            "Dihok",
            "Zakho",
            "Halabja",
            "Khanaqin",
            "Baiji");
    private static final List<String> SYRIA = List.of(
            "Raqqa",
            "Hasakah",
            "Aleppo",
            "Homs",
            "Hama",
            "Idlib",
            "Palmyra",
            "Manbij",
            "Azaz",
            "Jarabulus",
            "Latakia",
            "Tartus",
            "Daraa",
            "Qamishli",
            "Mayadin",
            "Safita",
            "Douma",
            "Salamiyah",
            "Afrin");
    private static final LocalDate FIRST = LocalDate.of(2014, 7, 1);

    private Takings() {}

    /** How many different cities there are. */
    static int cities() {
        return IRAQ.size() + SYRIA.size();
    }

    static String city(int number) {
        int n = number % cities();
        return n < IRAQ.size() ? IRAQ.get(n) : SYRIA.get(n - IRAQ.size());
    }

    /** Report {@code number}: in each round through the cities the other side takes them, a week after the round before. */
    static JsonNode report(int number) {
        int round = number / cities();
        String city = city(number);
        String country = IRAQ.contains(city) ? "Iraq" : "Syria";
        String taker = round % 2 == 0
                ? "Islamic State fighters"
                : "The " + (country.equals("Iraq") ? "Iraqi" : "Syrian") + " army";
        LocalDate day = FIRST.plusWeeks(round);
        DayOfWeek weekday = day.getDayOfWeek();
        String text = taker + " captured " + city + " in " + country + " on "
                + weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + ".";
        return Json.object()
                .put("publisher", "load-wire")
                .put("title", "Dispatch " + (number + 1) + " from " + country)
                .put("text", text)
                .put(
                        "publishedAt",
                        day.atTime(18, 0).atOffset(ZoneOffset.UTC).toInstant().toString());
    }
}
