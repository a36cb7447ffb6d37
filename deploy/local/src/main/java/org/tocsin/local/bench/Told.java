package org.tocsin.local.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.local.Json;

/**
 * One made-up event on a city, with its report. Over eleven years the city goes back and forth between its government and Islamic State about once in 300
 * days; what is told is mostly fighting, shelling and statements that somebody holds it, and now and then a taking, a withdrawal or a denial.
 *
 * @param report id of its report, which says nothing else
 */
record Told(
        String report,
        City city,
        String type,
        String stance,
        String extent,
        @Nullable String actor,
        @Nullable String target,
        @Nullable String claimant,
        LocalDate on,
        String precision,
        String publisher,
        Instant publishedAt) {
    static final int PUBLISHERS = 200;
    private static final String REBELS = "islamic-state";
    private static final LocalDate FIRST = LocalDate.of(2014, 1, 1);
    private static final int DAYS = 4_000;
    private static final int ERA = 300;

    /** The {@code number}-th event of a city, always the same. */
    static Told of(City city, int number) {
        return of(city, number, new Random(city.id().hashCode() * 1_000_003L + number * 7_919L));
    }

    private static Told of(City city, int number, Random random) {
        int offset = Math.floorMod(city.id().hashCode(), ERA);
        int day = random.nextInt(DAYS);
        int era = (day + offset) / ERA;
        boolean rebels = era % 2 == 1;
        String holder = rebels ? REBELS : city.government();
        String other = rebels ? city.government() : REBELS;
        int kind = random.nextInt(100);
        if (kind < 12) {
            int began = Math.max(0, era * ERA - offset);
            return told(city, number, taking(rebels), "WHOLE", holder, other, began + random.nextInt(3), random);
        }
        if (kind < 15) {
            int began = Math.max(0, era * ERA - offset);
            return told(city, number, "WITHDRAWAL", "WHOLE", other, null, began + random.nextInt(2), random);
        }
        if (kind < 18) {
            return told(city, number, taking(!rebels), "PART", other, holder, day, random);
        }
        if (kind < 45) {
            return told(city, number, "TERRITORY_HELD", "WHOLE", holder, null, day, random);
        }
        if (kind < 68) {
            String extent = random.nextBoolean() ? "PART" : "SURROUNDINGS";
            return told(city, number, "ARMED_CLASH", extent, holder, other, day, random);
        }
        if (kind < 76) {
            return told(city, number, "ATTACK_REPELLED", "WHOLE", holder, other, day, random);
        }
        if (kind < 80) {
            return told(city, number, "SIEGE", "SURROUNDINGS", other, holder, day, random);
        }
        return told(city, number, kind < 90 ? "SHELLING" : "AIR_STRIKE", "PART", other, holder, day, random);
    }

    private static String taking(boolean rebels) {
        return rebels ? "TERRITORY_SEIZED" : "TERRITORY_REGAINED";
    }

    private static Told told(
            City city,
            int number,
            String type,
            String extent,
            String actor,
            @Nullable String target,
            int day,
            Random random) {
        LocalDate on = FIRST.plusDays(day);
        boolean quoted = random.nextInt(3) == 0;
        boolean denied = type.startsWith("TERRITORY_") && random.nextInt(20) == 0;
        int precise = random.nextInt(20);
        return new Told(
                UUID.nameUUIDFromBytes((city.id() + "-" + number).getBytes(StandardCharsets.UTF_8))
                        .toString(),
                city,
                type,
                denied ? "DENIED" : quoted ? "CLAIMED" : "ASSERTED",
                extent,
                actor,
                target,
                quoted || denied ? (random.nextBoolean() ? "residents" : "officials") : null,
                on,
                precise == 0 ? "WEEK" : precise < 3 ? "UNKNOWN" : "DAY",
                "wire-" + random.nextInt(PUBLISHERS),
                on.plusDays(1 + random.nextInt(2))
                        .atStartOfDay()
                        .plusSeconds(random.nextInt(80_000))
                        .toInstant(ZoneOffset.UTC));
    }

    /** A taking of the city by Islamic State on a day of its own, which nobody denies. */
    static Told taking(City city, String report, LocalDate on) {
        return new Told(
                report,
                city,
                "TERRITORY_SEIZED",
                "ASSERTED",
                "WHOLE",
                REBELS,
                city.government(),
                null,
                on,
                "DAY",
                "wire-0",
                on.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    /** Whether the rules look at it. */
    boolean weighs() {
        return !type.equals("SHELLING") && !type.equals("AIR_STRIKE");
    }

    String id() {
        return report + "-1-0-0";
    }

    boolean changesHands() {
        boolean moves = type.equals("WITHDRAWAL") || (type.startsWith("TERRITORY_") && !type.equals("TERRITORY_HELD"));
        return moves && extent.equals("WHOLE") && !stance.equals("DENIED");
    }

    ObjectNode evidence() {
        String text = "A made-up sentence about " + city.name() + ", as long as such sentences are, of " + on + ".";
        ObjectNode evidence = Json.object().put("field", "text");
        evidence.putObject("sentence")
                .put("start", 0)
                .put("end", text.codePointCount(0, text.length()))
                .put("text", text);
        evidence.putObject("trigger").put("start", 10).put("end", 18);
        evidence.putObject("place").put("start", 25).put("end", 26);
        evidence.putNull("actor");
        return evidence;
    }

    /** What {@code PUT /reports/{id}/events} takes. */
    ObjectNode says(String report) {
        ObjectNode says = head();
        says.withArray("events").add(claim(report + "-1-0-0"));
        return says;
    }

    /** A report of this publisher and time that says nothing yet. */
    ObjectNode head() {
        ObjectNode says = Json.object();
        says.putObject("report").put("publisher", publisher).put("publishedAt", publishedAt.toString());
        says.put("revision", 1).put("readerVersion", "bench").put("live", true).putArray("events");
        return says;
    }

    ObjectNode claim(String id) {
        ObjectNode claim = Json.object()
                .put("id", id)
                .put("type", type)
                .put("stance", stance)
                .put("changesHands", changesHands())
                .put("extent", extent)
                .put("confidence", 0.9);
        claim.putObject("place").put("id", city.id());
        party(claim, "actor", actor, actor);
        party(claim, "target", target, target);
        party(claim, "claimant", null, claimant);
        claim.put("occurredOn", on.toString()).put("datePrecision", precision);
        claim.set("evidence", evidence());
        claim.putArray("reasons").add("made up");
        return claim;
    }

    private static void party(ObjectNode claim, String field, @Nullable String id, @Nullable String name) {
        if (name == null) {
            claim.putNull(field);
        } else {
            claim.putObject(field).put("id", id).put("name", name);
        }
    }
}
