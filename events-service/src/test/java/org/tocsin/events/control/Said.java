package org.tocsin.events.control;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Party;
import org.tocsin.events.event.DatePrecision;
import org.tocsin.events.event.EventType;
import org.tocsin.events.event.Extent;
import org.tocsin.events.event.Stance;
import org.tocsin.events.publisher.Grade;

/** Evidence in short for tests. */
public record Said(Evidence evidence) {
    public static final Party IRAQ = new Party("government-of-iq", "Government of Iraq");
    public static final Party IS = new Party("islamic-state", "Islamic State");
    public static final Party MILITANTS = new Party(null, "militants");
    public static final Party KRG = new Party("kurdistan-regional-government", "Kurdistan Regional Government");
    private static final Map<String, Party> PARTIES =
            Map.of("iraq", IRAQ, "is", IS, "militants", MILITANTS, "krg", KRG);

    /**
     * @param what for example {@code "is seizes"}, {@code "iraq regains"}, {@code "iraq holds MOST"}, {@code "clash PART"}
     * @param on the day, {@code 2014-06-16}, or with {@code /WEEK} behind it
     * @param by the publisher, with {@code @A} for its grade and {@code "residents"} after a colon for whom it quotes
     */
    public static Evidence said(String id, String what, String on, String by) {
        String[] words = what.split(" ");
        boolean denied = words[0].equals("not");
        int at = denied ? 1 : 0;
        Party actor = PARTIES.get(words[at]);
        String verb = words[words.length == at + 1 ? at : at + (actor == null ? 0 : 1)];
        String last = words[words.length - 1];
        Extent extent = last.equals(last.toUpperCase(Locale.ROOT)) ? Extent.valueOf(last) : Extent.WHOLE;
        EventType type =
                switch (verb) {
                    case "seizes", "seized" -> EventType.TERRITORY_SEIZED;
                    case "regains" -> EventType.TERRITORY_REGAINED;
                    case "leaves" -> EventType.WITHDRAWAL;
                    case "holds" -> EventType.TERRITORY_HELD;
                    case "repels" -> EventType.ATTACK_REPELLED;
                    case "clash" -> EventType.ARMED_CLASH;
                    case "strikes" -> EventType.AIR_STRIKE;
                    default -> throw new IllegalArgumentException(what);
                };
        String[] day = on.split("/");
        String publisher = by.split("[:@]")[0];
        String quoted = by.contains(":") ? by.substring(by.indexOf(':') + 1) : "";
        String grade = by.contains("@") ? by.substring(by.indexOf('@') + 1, by.indexOf('@') + 2) : "C";
        Party claimant = quoted.isEmpty() ? null : PARTIES.getOrDefault(quoted, new Party(null, quoted));
        Stance stance = denied ? Stance.DENIED : claimant == null ? Stance.ASSERTED : Stance.CLAIMED;
        return evidence(id, type, stance, extent, actor, claimant, day, publisher, Grade.valueOf(grade));
    }

    private static Evidence evidence(
            String id,
            EventType type,
            Stance stance,
            Extent extent,
            @Nullable Party actor,
            @Nullable Party claimant,
            String[] day,
            String publisher,
            Grade grade) {
        LocalDate occurredOn = LocalDate.parse(day[0]);
        Instant publishedAt = occurredOn.atTime(12, 0).toInstant(ZoneOffset.UTC);
        String report = id.contains(".") ? id.substring(0, id.indexOf('.')) : id;
        return new Evidence(
                id,
                type,
                stance,
                type.movesControl() && stance.tellsFact() && extent.decidesPlace(),
                extent,
                actor,
                null,
                claimant,
                occurredOn,
                day.length > 1 ? DatePrecision.valueOf(day[1]) : DatePrecision.DAY,
                new Evidence.Source(report, publisher, grade, false, publishedAt, null));
    }

    /** The same, published at another time. */
    public static Evidence published(String at, Evidence evidence) {
        Evidence.Source source = evidence.source();
        return with(
                evidence,
                new Evidence.Source(
                        source.report(),
                        source.publisher(),
                        source.grade(),
                        source.curated(),
                        Instant.parse(at),
                        source.copyOf()));
    }

    /** The same, in a near copy of another report. */
    public static Evidence nearCopyOf(String report, Evidence evidence) {
        Evidence.Source source = evidence.source();
        return with(
                evidence,
                new Evidence.Source(
                        source.report(),
                        source.publisher(),
                        source.grade(),
                        source.curated(),
                        source.publishedAt(),
                        report));
    }

    private static Evidence with(Evidence evidence, Evidence.Source source) {
        return new Evidence(
                evidence.id(),
                evidence.type(),
                evidence.stance(),
                evidence.changesHands(),
                evidence.extent(),
                evidence.actor(),
                evidence.target(),
                evidence.claimant(),
                evidence.occurredOn(),
                evidence.datePrecision(),
                source);
    }

    /** The same, of a curated data set. */
    static Evidence curated(Evidence evidence) {
        Evidence.Source source = evidence.source();
        return with(
                evidence,
                new Evidence.Source(
                        source.report(),
                        source.publisher(),
                        source.grade(),
                        true,
                        source.publishedAt(),
                        source.copyOf()));
    }

    /** The timeline of a place of Iraq of which only that is said, by the newest rules. */
    public static Timeline timelineOf(Collection<Evidence> evidence) {
        return Timelines.timelineOf(Recorded.reports(evidence, IRAQ), RulesVersion.NEWEST);
    }

    /** A timeline in a line for each interval. */
    public static String inWords(Timeline timeline) {
        StringBuilder lines = new StringBuilder();
        for (Timeline.Interval interval : timeline.intervals()) {
            Control control = interval.control();
            lines.append(interval.from() == null ? "always" : interval.from())
                    .append(": ")
                    .append(inWords(control))
                    .append('\n');
        }
        return lines.toString();
    }

    static String inWords(Control control) {
        String who =
                switch (control.state()) {
                    case UNKNOWN -> "unknown";
                    case HELD -> "held " + name(control.holder());
                    case CONTESTED ->
                        "contested "
                                + String.join(
                                        " ",
                                        control.parties().stream()
                                                .map(share -> share.actor().key()
                                                        + (share.extent() == null ? "" : "(" + share.extent() + ")"))
                                                .toList());
                };
        return who + " " + control.assurance() + " " + control.rule().slug() + (control.fighting() ? " fighting" : "");
    }

    /** A party's id, or its describing words after a tilde. */
    public static String name(@Nullable Party party) {
        return party == null ? "nobody" : party.key();
    }
}
