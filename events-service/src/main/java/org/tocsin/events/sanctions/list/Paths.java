package org.tocsin.events.sanctions.list;

import org.tocsin.events.sanctions.entry.ListId;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** Parts of addresses. */
final class Paths {
    private Paths() {}

    static ListId list(String id) {
        return ListId.of(id).orElseThrow(() -> Problem.of(
                        ProblemKind.NOT_FOUND,
                        "There is no list of this id; there are OFAC_SDN, OFAC_CONSOLIDATED, UN, UK and EU.")
                .asException());
    }

    static int version(String id) {
        try {
            return Integer.parseInt(id);
        } catch (NumberFormatException e) {
            throw noVersion();
        }
    }

    static boolean isReference(String text) {
        return text.length() <= 100 && text.chars().noneMatch(Character::isISOControl);
    }

    static RuntimeException noVersion() {
        return Problem.of(ProblemKind.NOT_FOUND, "The list has no version of this id.")
                .asException();
    }
}
