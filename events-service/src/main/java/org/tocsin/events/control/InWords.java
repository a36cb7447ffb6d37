package org.tocsin.events.control;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Party;
import org.tocsin.events.event.EventView;
import org.tocsin.events.event.Stance;

/** Control in sentences that a person can read. */
public final class InWords {
    private static final int MOST_NAMES = 3;

    private InWords() {}

    /**
     * The events behind a state.
     *
     * @param publishers names by id; a publisher that is not in it is called by its id
     */
    public record Said(List<EventView> supporting, List<EventView> against, Map<String, String> publishers) {
        public Said {
            supporting = List.copyOf(supporting);
            against = List.copyOf(against);
            publishers = Map.copyOf(publishers);
        }
    }

    /** Who holds the place, by which rule, and how many events say so; with {@code said} also who speaks. */
    public static String of(ControlView control, @Nullable Said said) {
        String state = state(control)
                + (control.since() == null ? "" : " since " + control.since())
                + (control.fighting() ? ", with fighting inside" : "")
                + ".";
        ControlView.EvidenceIds ids = control.evidence();
        String evidence = ids.supporting().isEmpty() && ids.against().isEmpty()
                ? ""
                : said == null
                        ? " For it: " + events(ids.supporting().size()) + "; against it: "
                                + events(ids.against().size()) + "."
                        : " For it: " + counted(said.supporting(), said.publishers()) + "; against it: "
                                + counted(said.against(), said.publishers()) + "." + denied(said);
        return state + " " + rule(control.rule()) + evidence + " " + assurance(control.assurance());
    }

    /** {@code Held by Islamic State}. */
    public static String state(ControlView control) {
        Party holder = control.holder();
        String parties = control.parties().stream()
                .map(share -> share.actor().name()
                        + (share.extent() == null
                                ? ""
                                : " (" + share.extent().name().toLowerCase(Locale.ROOT) + ")"))
                .collect(Collectors.joining(" and "));
        return switch (control.state()) {
            case HELD -> "Held by " + (parties.isEmpty() && holder != null ? holder.name() : parties);
            case CONTESTED -> "Contested by " + parties;
            case UNKNOWN -> "Held by nobody known";
        };
    }

    /** The rule of that name as a sentence; the name where it is none of this release's. */
    public static String rule(String slug) {
        return Arrays.stream(Rule.values())
                .filter(known -> known.slug().equals(slug))
                .map(Rule::words)
                .findFirst()
                .orElse("By the rule " + slug + ".");
    }

    /** How sure that is, as a sentence. */
    public static String assurance(Assurance assurance) {
        return switch (assurance) {
            case BASELINE -> "Baseline: nothing but the baseline says so.";
            case CLAIMED -> "Claimed: one source says so, or only a party to the fight.";
            case CORROBORATED -> "Corroborated: two or more independent sources say so.";
            case CONFIRMED ->
                "Confirmed: somebody says so against his interest, or a curated data set or an analyst's decision does.";
        };
    }

    private static String events(int count) {
        return count == 0 ? "nothing" : count == 1 ? "1 event" : count + " events";
    }

    /** {@code 3 events of 2 publishers (Example Wire, Nineveh Post)}. */
    private static String counted(List<EventView> events, Map<String, String> names) {
        List<String> publishers = events.stream()
                .map(event -> event.report().publisher())
                .distinct()
                .toList();
        return events.isEmpty()
                ? "nothing"
                : events(events.size()) + " of " + publishers.size()
                        + (publishers.size() == 1 ? " publisher (" : " publishers (")
                        + some(publishers.stream()
                                .map(slug -> names.getOrDefault(slug, slug))
                                .toList())
                        + ")";
    }

    private static String denied(Said said) {
        String deniers = speakers(said, true);
        String others = speakers(said, false);
        return (deniers.isEmpty() ? "" : " Denied by " + deniers + ".")
                + (others.isEmpty() ? "" : " Contradicted by " + others + ".");
    }

    private static String speakers(Said said, boolean denying) {
        return some(said.against().stream()
                .filter(event -> (event.stance() == Stance.DENIED) == denying)
                .map(event -> speaker(event, said.publishers()))
                .distinct()
                .toList());
    }

    /** Who says so: the claimant, or the publisher itself. */
    public static String speaker(EventView event, Map<String, String> publishers) {
        Party claimant = event.claimant();
        String publisher = event.report().publisher();
        return claimant == null ? publishers.getOrDefault(publisher, publisher) : claimant.name();
    }

    private static String some(List<String> names) {
        return names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
                + (names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "");
    }
}
