package org.tocsin.ingest.link;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.tocsin.ingest.copy.Comparison;
import org.tocsin.ingest.copy.Fingerprints;
import org.tocsin.ingest.copy.Story;
import org.tocsin.ingest.copy.Verdict;

/**
 * Links every near copy to the report that stands for it: of those that it is alike to and that are no copies themselves, the one published
 * before it that is most alike. When such a first comes late, changes or goes, the reports that were or will be its copies are linked anew. All
 * in the caller's transaction, which holds the lock of the links from the first call until its end.
 */
@ApplicationScoped
public class CopyLinks {
    private static final Logger LOG = Logger.getLogger(CopyLinks.class);

    private final MeterRegistry metrics;
    private final Timer time;

    CopyLinks(MeterRegistry metrics) {
        this.metrics = metrics;
        this.time = Timer.builder("tocsin.copy.time")
                .description("Time to link one report, waiting for others included")
                .register(metrics);
    }

    /**
     * Takes in a report that was read, for the first time or again.
     *
     * @return the other reports whose link changed because of it
     */
    public Set<UUID> come(Connection connection, UUID report, Story story) throws SQLException {
        List<Long> fingerprints = Fingerprints.of(story);
        if (fingerprints.isEmpty()) {
            return go(connection, report);
        }
        Timer.Sample sample = Timer.start();
        LinkRows rows = new LinkRows(connection);
        rows.lock();
        LinkRows.Put put = rows.put(report, story, fingerprints);
        Linking linking = new Linking(rows);
        linking.waiting.add(put.member());
        if (put.wasFirst()) {
            linking.waiting.addAll(rows.copiesOf(report));
        }
        linking.finish();
        sample.stop(time);
        return told(linking.changed, report);
    }

    /**
     * Takes out a report that was retracted, or that cannot be read or compared any more.
     *
     * @return the other reports whose link changed because of it
     */
    public Set<UUID> go(Connection connection, UUID report) throws SQLException {
        LinkRows rows = new LinkRows(connection);
        rows.lock();
        Linking linking = new Linking(rows);
        linking.orphan(report);
        rows.clear(report);
        linking.finish();
        return told(linking.changed, report);
    }

    private Set<UUID> told(Set<UUID> changed, UUID report) {
        if (changed.remove(report)) {
            metrics.counter("tocsin.copy.links", "cause", "own").increment();
        }
        if (!changed.isEmpty()) {
            metrics.counter("tocsin.copy.links", "cause", "other").increment(changed.size());
            LOG.infof("copies linked anew count=%d cause=%s", changed.size(), report);
        }
        return changed;
    }

    /** Reports that wait to be linked, the first first, so that each finds those before it as they will be. */
    private static final class Linking {
        final LinkRows rows;
        final TreeSet<Member> waiting = new TreeSet<>(Member.ORDER);
        final Set<UUID> changed = new HashSet<>();

        Linking(LinkRows rows) {
            this.rows = rows;
        }

        /** The report is not found any more, and its copies need another first. */
        void orphan(UUID report) throws SQLException {
            if (rows.forget(report)) {
                waiting.addAll(rows.copiesOf(report));
            }
        }

        void finish() throws SQLException {
            for (Member next = waiting.pollFirst(); next != null; next = waiting.pollFirst()) {
                link(next);
            }
        }

        private void link(Member member) throws SQLException {
            Optional<Member> first = Optional.empty();
            double most = 0;
            List<Member> after = new ArrayList<>();
            for (Member other : rows.alike(member)) {
                boolean before = Member.ORDER.compare(other, member) < 0;
                Verdict verdict = before
                        ? Comparison.between(other.story(), member.story())
                        : Comparison.between(member.story(), other.story());
                if (verdict.isCopy() && !before) {
                    after.add(other);
                } else if (verdict.isCopy() && isNearer(other, verdict.likeness(), first, most)) {
                    first = Optional.of(other);
                    most = verdict.likeness();
                }
            }
            set(member, first);
            if (first.isEmpty()) {
                rows.index(member.report());
                for (Member copy : after) {
                    orphan(copy.report());
                    set(copy, Optional.of(member));
                }
            }
        }

        private static boolean isNearer(Member other, double likeness, Optional<Member> first, double most) {
            return first.isEmpty()
                    || likeness > most
                    || (likeness == most && Member.ORDER.compare(other, first.get()) < 0);
        }

        private void set(Member member, Optional<Member> first) throws SQLException {
            UUID copyOf = first.map(Member::report).orElse(null);
            if (!Objects.equals(copyOf, member.copyOf())) {
                rows.link(member.report(), copyOf);
                changed.add(member.report());
            }
        }
    }
}
