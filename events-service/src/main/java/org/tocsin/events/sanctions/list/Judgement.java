package org.tocsin.events.sanctions.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.tocsin.events.sanctions.format.Fault;
import org.tocsin.events.sanctions.format.ParsedList.Part;

/** Whether a version that could be read may be taken without a person's word. Pure. */
final class Judgement {
    /** More than a tenth of the entries gone is more likely a broken file than a change of policy. */
    private static final int GUARD = 10;

    private Judgement() {}

    /** @param before entries of the version before */
    static List<Fault> of(List<EntryChange> changes, int before, Set<Part> partsBefore, Set<Part> parts) {
        List<Fault> faults = new ArrayList<>();
        long removed = changes.stream()
                .filter(change -> change.kind() == EntryChange.Kind.REMOVED)
                .count();
        if (removed * GUARD > before) {
            faults.add(new Fault(
                    Fault.Kind.MANY_REMOVED,
                    String.format(
                            Locale.ROOT,
                            "%d of the %d entries of the version before (%.1f %%) are missing, which is more than 10 %%",
                            removed,
                            before,
                            100.0 * removed / before)));
        }
        Set<Part> missing = new TreeSet<>(partsBefore);
        missing.removeAll(parts);
        if (missing.remove(Part.END_MARK)) {
            faults.add(new Fault(
                    Fault.Kind.END_MISSING, "the mark of the end (0x1A), which the version before had, is missing"));
        }
        if (!missing.isEmpty()) {
            faults.add(new Fault(Fault.Kind.PARTS_MISSING, "the version before was also made of " + missing));
        }
        return faults;
    }
}
