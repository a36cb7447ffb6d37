package org.tocsin.events.control;

import java.util.List;
import java.util.Optional;

/**
 * A version of the rules of docs/control.md. Which one is in force is recorded like everything else; another is put in force by a rebuild,
 * which shows the differences first.
 *
 * @param id its name, {@code 2}
 * @param counterclaims a taking is contested by another side's taking on the same or the next day
 * @param stale an undated report of a taking that was undone since is no new taking
 * @param joint allies hold together, and an ally of the recognised government takes for it
 * @param words what is different from the version before
 */
public record RulesVersion(String id, boolean counterclaims, boolean stale, boolean joint, String words) {
    public static final RulesVersion FIRST =
            new RulesVersion("1", false, false, false, "The first rules: takings, denials, contests, withdrawals.");
    public static final RulesVersion SECOND = new RulesVersion(
            "2",
            true,
            true,
            true,
            "Claims and counterclaims within a day are one contest, an undated report of a taking that was undone since is no new"
                    + " taking, and allies hold together.");
    /** All that can be put in force, the newest last. */
    public static final List<RulesVersion> ALL = List.of(FIRST, SECOND);

    public static final RulesVersion NEWEST = ALL.get(ALL.size() - 1);

    public static Optional<RulesVersion> byId(String id) {
        return ALL.stream().filter(version -> version.id().equals(id)).findFirst();
    }
}
