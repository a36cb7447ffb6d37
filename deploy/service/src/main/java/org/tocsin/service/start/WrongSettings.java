package org.tocsin.service.start;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Settings that are missing or cannot be read, as the configuration library reports them; their values are not repeated. */
final class WrongSettings {
    private static final Pattern MISSING = Pattern.compile("The config property (\\S+) is required"
            + "|for key (\\S+) into \\S+ since the config property could not be found"
            + "|Required property (\\S+) not found"
            + "|The config property (\\S+) is defined as the empty String"
            + "|Could not expand value (\\S+) in property"
            + "|Failed to load config value of type [^\\n]*? for: (\\S+)");

    private static final Pattern UNREADABLE = Pattern.compile("The config property (\\S+) with the config value"
            + "|for key (\\S+) into"
            + "|The property (\\S+) cannot be converted"
            + "|Invalid (?:every|cron|delayed)\\(\\) expression [^\\n]*?\\$\\{([\\w.-]+)");

    /** What the library's own settings are set by here. */
    private static final Map<String, String> OURS = Map.of(
            "mp.jwt.verify.issuer", "tocsin.auth.issuer",
            "mp.jwt.verify.publickey", "tocsin.auth.key",
            "mp.jwt.verify.publickey.location", "tocsin.auth.keys",
            "mp.jwt.verify.audiences", "tocsin.auth.audience",
            "smallrye.jwt.path.groups", "tocsin.auth.roles-claim");

    private WrongSettings() {}

    static @Nullable String in(List<Throwable> thrown) {
        String all = thrown.stream()
                .flatMap(one -> Stream.concat(Stream.of(one), Arrays.stream(one.getSuppressed())))
                .map(Refusal::message)
                .collect(Collectors.joining("\n"));
        Set<String> missing = names(MISSING, all);
        Set<String> unreadable = names(UNREADABLE, all);
        unreadable.removeAll(missing);
        if (missing.isEmpty() && unreadable.isEmpty()) {
            return null;
        }
        String line = missing.isEmpty() ? "" : "set " + listed(missing) + ".";
        return unreadable.isEmpty()
                ? line
                : line + " The value of " + listed(unreadable) + " cannot be read as what it should be.";
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .flatMap(found -> IntStream.rangeClosed(1, found.groupCount()).mapToObj(found::group))
                .filter(Objects::nonNull)
                .map(name -> OURS.getOrDefault(name, name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String listed(Set<String> names) {
        return names.stream()
                .map(name -> name + " (" + name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT) + ")")
                .collect(Collectors.joining(", "));
    }
}
