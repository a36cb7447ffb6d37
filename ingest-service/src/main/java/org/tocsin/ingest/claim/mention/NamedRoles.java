package org.tocsin.ingest.claim.mention;

import java.util.Set;

/** What a place is named for, going by the words beside its name. */
final class NamedRoles {
    private static final Set<String> POINTERS =
            Set.of("near", "between", "from", "towards", "toward", "outside", "beyond", "around", "to", "than", "via");
    private static final Set<String> POINTS = Set.of(
            "north",
            "south",
            "east",
            "west",
            "northeast",
            "northwest",
            "southeast",
            "southwest",
            "north-east",
            "north-west",
            "south-east",
            "south-west");
    static final Set<String> AREAS = Set.of(
            "province",
            "provinces",
            "oblast",
            "governorate",
            "region",
            "regions",
            "county",
            "state",
            "raion",
            "prefecture",
            "countryside");

    private final NamedText text;
    private final Cues cues;

    NamedRoles(NamedText text, Cues cues) {
        this.text = text;
        this.cues = cues;
    }

    NamedPlace.Role of(Mention.OfPlace named) {
        if (Datelines.contain(named, text)) {
            return NamedPlace.Role.DATELINE;
        }
        String before = text.lower(named.start() - 1);
        String before2 = text.lower(named.start() - 2);
        if (AREAS.contains(text.lower(named.end())) || (before.equals("of") && AREAS.contains(before2))) {
            return NamedPlace.Role.AREA;
        }
        boolean direction = before.equals("of") && POINTS.contains(before2);
        boolean pair = before.equals("and") && text.lower(named.start() - 3).equals("between");
        return (POINTERS.contains(before) && !leaves(named.start())) || direction || pair
                ? NamedPlace.Role.ORIENTATION
                : NamedPlace.Role.SCENE;
    }

    /** "withdrew from X", "driven out of X": there it happens. */
    private boolean leaves(int start) {
        return text.lower(start - 1).equals("from")
                && (text.isTrigger(cues.triggers, start - 2) || text.isTrigger(cues.triggers, start - 3));
    }
}
