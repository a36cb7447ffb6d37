package org.tocsin.ingest.claim.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.tocsin.ingest.claim.Stance;
import org.tocsin.ingest.claim.clause.Candidate;
import org.tocsin.ingest.claim.clause.Candidates;
import org.tocsin.ingest.claim.clause.Finding;
import org.tocsin.ingest.claim.clause.Frames;
import org.tocsin.ingest.claim.clause.Phrase.Kind;
import org.tocsin.ingest.claim.clause.Roles;
import org.tocsin.ingest.claim.clause.Words;
import org.tocsin.ingest.claim.learned.Asked;
import org.tocsin.ingest.claim.learned.Features;
import org.tocsin.ingest.claim.learned.Judge;
import org.tocsin.ingest.claim.learned.Told;
import org.tocsin.ingest.claim.lexicon.WordLists;
import org.tocsin.ingest.claim.stance.Telling;
import org.tocsin.ingest.claim.stance.Tellings;

/**
 * What learned weights make of what the rules read: a change of hands that they are sure is none is no longer one, and one that they are sure of and no rule
 * tells is added. Who says so, when it was and who took the place is told by the rules also then.
 */
final class SecondReading {
    private static final Set<String> HEARD = Set.of("heard", "told", "according", "words");

    private final Judge judge;
    private final Features features;
    private final Frames frames;
    private final Tellings tellings;
    private final Set<String> report;
    private final Bystanders bystanders;

    SecondReading(Judge judge, Features features, Frames frames, Tellings tellings, WordLists cues, WordLists parties) {
        this.report = cues.words("report");
        this.bystanders = new Bystanders(cues, parties);
        this.judge = judge;
        this.features = features;
        this.frames = frames;
        this.tellings = tellings;
    }

    /** A cheap look at the words: may the weights tell a change of hands here? */
    boolean isWorthAsking(Sentence sentence) {
        return judge.isWorthAsking(sentence.tokens());
    }

    /** @param drafts what the rules read, in the order of the text */
    List<Draft> of(Roles roles, List<Draft> drafts, Sentence sentence, Story story, ClaimBuilder builder) {
        List<Draft> all = new ArrayList<>(drafts);
        List<Told> told = drafts.stream()
                .map(draft -> new Told(draft.finding(), draft.claim()))
                .toList();
        List<Asked> asked = asked(roles, told, story);
        takeAway(all, asked, index -> described(roles, asked.get(index), told, index, story));
        int position = drafts.stream()
                .mapToInt(draft -> draft.claim().position() + 2)
                .max()
                .orElse(0);
        for (int i = 0; i < asked.size(); i++) {
            if (!mayBeAdded(roles, asked.get(i), all)) {
                continue;
            }
            Asked one = described(roles, asked.get(i), told, i, story);
            if (judge.logOdds(one) >= judge.adds()) {
                add(roles, one, all, sentence, story, builder, position++);
            }
        }
        return all;
    }

    /** The places of the sentence, not yet described: most need not be, and that is what costs. */
    private List<Asked> asked(Roles roles, List<Told> told, Story story) {
        List<Asked> asked = new ArrayList<>();
        for (Candidate candidate : Candidates.of(roles)) {
            List<Told> here = told.stream().filter(one -> one.isOf(candidate)).toList();
            Finding supposed = frames.unframed(
                    roles, candidate, here.stream().map(Told::finding).toList());
            Telling telling = tellings.of(roles, supposed, story.publishedAt(), story.memory());
            asked.add(new Asked(candidate, List.of(), here, supposed, telling));
        }
        return asked;
    }

    private Asked described(Roles roles, Asked bare, List<Told> told, int rank, Story story) {
        return bare.with(features.of(
                roles,
                bare.candidate(),
                bare.told(),
                told,
                rank,
                bare.supposed(),
                bare.telling(),
                story.publishedAt()));
    }

    /** However sure the weights are, nothing else is added. */
    private boolean mayBeAdded(Roles roles, Asked one, List<Draft> drafts) {
        return one.telling().stance().tellsFact()
                && one.supposed().extent().decidesPlace()
                && !isTold(drafts, one)
                && !bystanders.isOne(roles, one, drafts);
    }

    private void takeAway(List<Draft> drafts, List<Asked> asked, IntFunction<Asked> described) {
        drafts.replaceAll(draft -> {
            if (!draft.claim().changesHands()) {
                return draft;
            }
            Told told = new Told(draft.finding(), draft.claim());
            List<Asked> about = IntStream.range(0, asked.size())
                    .filter(i -> told.isOf(asked.get(i).candidate()))
                    .mapToObj(described)
                    .toList();
            boolean none = !about.isEmpty() && about.stream().allMatch(one -> judge.logOdds(one) < judge.takes());
            return none
                    ? draft.with(draft.claim()
                            .asNoChange("learned weights take it for no change of hands: "
                                    + String.join(", ", judge.heaviest(about.get(0), false))))
                    : draft;
        });
    }

    /** Is a change of hands of the same place told already, or is it denied, or of a place that has no name beside another change? */
    private static boolean isTold(List<Draft> drafts, Asked asked) {
        Candidate candidate = asked.candidate();
        return drafts.stream().anyMatch(draft -> {
            boolean here = new Told(draft.finding(), draft.claim()).isOf(candidate);
            boolean nameless = candidate.place() == null || draft.finding().place() == null;
            return (draft.claim().changesHands() && (here || nameless))
                    || (here && draft.claim().stance() == Stance.DENIED);
        });
    }

    private void add(
            Roles roles,
            Asked asked,
            List<Draft> drafts,
            Sentence sentence,
            Story story,
            ClaimBuilder builder,
            int position) {
        Finding found = asked.supposed();
        Telling telling = cautious(roles, asked, story);
        Finding finding = taken(roles, asked, telling);
        Telling why = telling.because("learned weights tell it: " + String.join(", ", judge.heaviest(asked, true)));
        drafts.add(new Draft(found, finding, why, builder.claim(sentence, finding, why, position), true));
    }

    /** With who took it: by the clause, else by what the sentence names as the taker, else whoever must be meant. */
    private Finding taken(Roles roles, Asked asked, Telling telling) {
        boolean hearsay = telling.stance() == Stance.CLAIMED && telling.claimant() == null;
        List<Finding> here = asked.told().stream().map(Told::finding).toList();
        Finding found = asked.supposed().actor() != null
                ? asked.supposed()
                : frames.unframedWithTaker(roles, asked.candidate(), here, false);
        Finding meant = frames.completed(roles, found, telling.claimant(), hearsay);
        return meant.actor() != null ? meant : frames.unframedWithTaker(roles, asked.candidate(), here, true);
    }

    /** As told where the place stands; where anything in the sentence is somebody's word, this is too. */
    private Telling cautious(Roles roles, Asked asked, Story story) {
        Telling telling = asked.telling();
        for (int i = 0; i < roles.syntax().size() && telling.stance() == Stance.ASSERTED; i++) {
            if (roles.syntax().is(i, Kind.VERB)) {
                Telling there = tellings.of(roles, asked.supposed().at(i), story.publishedAt(), story.memory());
                if (there.stance() == Stance.CLAIMED || there.stance() == Stance.DENIED) {
                    telling = telling.saidBy(
                            there.stance() == Stance.CLAIMED ? there.claimant() : null,
                            "the sentence tells somebody's word");
                }
            }
        }
        Words words = roles.syntax().words;
        boolean said = words.anyOf(words.from(), words.to(), report) || words.anyOf(words.from(), words.to(), HEARD);
        return telling.stance() == Stance.ASSERTED && said
                ? telling.saidBy(null, "somebody speaks in the sentence")
                : telling;
    }
}
