package org.tocsin.events.sanctions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Prints whether the names of the entries in a file lead to the right entry, and which entries have an actor. */
public final class EvaluateActorNames {
    private EvaluateActorNames() {}

    /** @param arguments path of a file with the columns list, id, name, programme, listed_on, alias_count, aliases */
    public static void main(String[] arguments) throws IOException {
        SurfaceNames.Result result = new SurfaceNames().judge(Files.readString(Path.of(arguments[0])));
        System.out.printf(
                Locale.ROOT,
                "entries %,d: with an actor %,d, with a reason why they are none %,d, with neither %,d%n",
                result.entries(),
                result.withActor(),
                result.withReason(),
                result.missing().size());
        System.out.printf(
                Locale.ROOT,
                "names %,d, but for capitals %,d, after folding %,d: of one actor %,d, ambiguous %,d, of entries that are no actor %,d, wrong %,d%n",
                result.spellings(),
                result.caseless(),
                result.names(),
                result.clear(),
                result.ambiguous(),
                result.withoutActor(),
                result.wrong().size());
        System.out.printf(
                Locale.ROOT,
                "names that several entries of one list share %,d: ambiguous %,d, of one actor %,d%n",
                result.shared(),
                result.shared() - result.sharedToOne().size(),
                result.sharedToOne().size());
        all("neither", result.missing());
        all("wrong", result.wrong());
        all("shared, and of one actor", result.sharedToOne());
    }

    private static void all(String what, List<String> lines) {
        lines.forEach(line -> System.out.println(what + ": " + line));
    }
}
