package org.tocsin.events.sanctions.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tocsin.events.sanctions.SurfaceNames;

/** Prints whether the names of the entries in a file lead to the right entry, and which entries have an actor. */
public final class EvaluateNames {
    private EvaluateNames() {}

    /** @param arguments path of a file with the columns list, id, name, programme, listed_on, alias_count, aliases */
    public static void main(String[] arguments) throws IOException {
        SurfaceNames.Result result = new SurfaceNames().judge(Files.readString(Path.of(arguments[0])));
        print(
                "entries %,d: with an actor %,d, with a reason why not %,d, with neither %,d",
                result.entries(),
                result.withActor(),
                result.withReason(),
                result.missing().size());
        print(
                "names after folding %,d: clear %,d, ambiguous %,d, of entries that are no actor %,d, wrong %,d",
                result.names(),
                result.clear(),
                result.ambiguous(),
                result.withoutActor(),
                result.wrong().size());
        all("neither", result.missing());
        all("wrong", result.wrong());
        all("of several entries of one list, which are one actor", result.sharedToOne());
    }

    private static void all(String what, List<String> lines) {
        lines.forEach(line -> print("%s: %s", what, line));
    }

    private static void print(String format, Object... values) {
        System.out.println(format.formatted(values));
    }
}
