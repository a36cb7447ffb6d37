package org.tocsin.events.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.actor.Party;
import org.tocsin.events.change.Explanation.ExplainedChange;
import org.tocsin.events.control.ControlView;
import org.tocsin.events.control.Rule;
import org.tocsin.events.decision.DecisionView;
import org.tocsin.events.decision.Decisions;
import org.tocsin.events.event.EventView;
import org.tocsin.events.event.Events;

/** Explains changes. */
@Singleton
class Explanations {
    private static final int UUID_LENGTH = 36;

    private final Feed feed;
    private final Events events;
    private final Decisions decisions;
    private final ObjectMapper json;

    Explanations(Feed feed, Events events, Decisions decisions, ObjectMapper json) {
        this.feed = feed;
        this.events = events;
        this.decisions = decisions;
        this.json = json;
    }

    Optional<ExplainedChange> of(UUID id) {
        return feed.byId(id).map(this::explained);
    }

    private ExplainedChange explained(String stored) {
        ChangeView change;
        try {
            change = json.readValue(stored, ChangeView.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        ControlView after = change.after();
        List<EventView> supporting =
                after == null ? List.of() : events.byIds(after.evidence().supporting());
        List<EventView> against =
                after == null ? List.of() : events.byIds(after.evidence().against());
        String rule = after == null ? "" : after.rule();
        DecisionView decision = decisionOf(change).orElse(null);
        String words = words(change, rule, supporting, against)
                + (decision == null ? "" : DecisionWords.of(decision, change.cause()));
        return new ExplainedChange(change, new Explanation(rule, words, supporting, against, decision));
    }

    /** The decision that was made or ended, or else the one that stands after the change. */
    private Optional<DecisionView> decisionOf(ChangeView change) {
        ControlView after = change.after();
        String cause = change.cause().type().equals("decision") ? change.cause().id() : null;
        String id = cause != null ? cause : after == null ? null : after.decision();
        return id == null ? Optional.empty() : decisions.byId(UUID.fromString(id.substring(0, UUID_LENGTH)));
    }

    private static String words(ChangeView change, String rule, List<EventView> supporting, List<EventView> against) {
        String where = change.place() == null ? "" : change.place().name() + ": ";
        String ruleInWords = Arrays.stream(Rule.values())
                .filter(known -> known.slug().equals(rule))
                .map(known -> " " + known.words())
                .findFirst()
                .orElse("");
        return where + what(change) + " from " + change.validFrom() + " on." + ruleInWords
                + " For it: " + counted(supporting) + "; against it: " + counted(against) + "."
                + (change.after() == null
                        ? ""
                        : " Assurance: " + change.after().assurance().name().toLowerCase(Locale.ROOT) + ".");
    }

    private static String what(ChangeView change) {
        String from = name(change.from());
        String to = name(change.to());
        return switch (change.kind()) {
            case CHANGED_HANDS -> "changed hands from " + from + " to " + to;
            case CONTESTED -> "held by " + from + " before, contested by " + to;
            case HELD_AFTER_ALL -> "contested before, held by " + to + " after all";
            case HOLDER_NAMED -> "the holder known as " + from + " is " + to + "; so";
            case ASSURANCE_CHANGED -> "the same state, surer or less sure than before,";
            case CORRECTED -> "an earlier change was otherwise: from " + from + " to " + to;
            case RETRACTED -> "an earlier change to " + from + " did not happen; held by " + to;
        };
    }

    private static String counted(List<EventView> events) {
        long publishers = events.stream()
                .map(event -> event.report().publisher())
                .distinct()
                .count();
        return events.size()
                + (events.size() == 1 ? " event of " : " events of ")
                + publishers
                + (publishers == 1 ? " publisher" : " publishers");
    }

    private static String name(@Nullable Party party) {
        return party == null ? "nobody known" : party.name();
    }
}
