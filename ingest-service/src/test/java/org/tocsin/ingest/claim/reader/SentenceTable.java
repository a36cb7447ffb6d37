package org.tocsin.ingest.claim.reader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.ingest.claim.ActorName;
import org.tocsin.ingest.claim.Claim;
import org.tocsin.ingest.claim.Text;
import org.tocsin.reference.Places;

/** The sentences of {@code sentences.txt} and {@code news.txt} and what is to be read in them. The form is told at the top of the first. */
final class SentenceTable {
    private static final List<String> RESOURCES =
            List.of("/org/tocsin/ingest/claim/sentences.txt", "/org/tocsin/ingest/claim/news.txt");
    private static final Pattern CHANGE = Pattern.compile(
            "> (?<place>.+?)(?: by (?<actor>\"[^\"]*\"|[a-z0-9-]+))?(?: on (?<day>\\d{4}-\\d\\d-\\d\\d) (?<precision>[A-Z]+))?"
                    + "(?: (?<claimed>claimed)(?: by (?<claimant>\"[^\"]*\"|[a-z0-9-]+))?)?");
    private static final Pattern OTHER = Pattern.compile(
            "(?<type>[A-Z_]+) (?<stance>[A-Z]+) (?<extent>[A-Z]+) (?<place>.+?)(?: by (?<actor>\"[^\"]*\"|[a-z0-9-]+))?"
                    + "(?: against (?<target>\"[^\"]*\"|[a-z0-9-]+))?(?: said by (?<claimant>\"[^\"]*\"|[a-z0-9-]+))?");

    record Row(
            int line, String sentence, boolean title, Instant publishedAt, List<String> changes, List<String> others) {
        Text text() {
            if (!title) {
                return new Text("", sentence, publishedAt);
            }
            String[] parts = sentence.split(" \\|\\| ", 2);
            return new Text(parts[0], parts.length > 1 ? parts[1] : "", publishedAt);
        }

        @Override
        public String toString() {
            return "line " + line + ": " + sentence;
        }
    }

    private SentenceTable() {}

    static List<Row> rows() {
        return RESOURCES.stream().flatMap(resource -> rows(resource).stream()).toList();
    }

    private static List<Row> rows(String resource) {
        List<Row> rows = new ArrayList<>();
        Instant publishedAt = Instant.EPOCH;
        int number = 0;
        for (String line : lines(resource)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("@ ")) {
                publishedAt = Instant.parse(line.substring(2));
            } else if (line.startsWith("> ")) {
                if (!line.equals("> none")) {
                    last(rows).changes().add(line);
                }
            } else if (line.startsWith("+ ")) {
                last(rows).others().add(line.substring(2));
            } else {
                boolean title = line.startsWith("TITLE: ");
                String sentence = title ? line.substring(7) : line;
                rows.add(new Row(number, sentence, title, publishedAt, new ArrayList<>(), new ArrayList<>()));
            }
        }
        return rows;
    }

    private static Row last(List<Row> rows) {
        return rows.get(rows.size() - 1);
    }

    private static List<String> lines(String resource) {
        try (InputStream in = SentenceTable.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing: " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with these claims for the row, or empty. */
    static Optional<String> wrong(Row row, List<Claim> claims, Places places) {
        List<Claim> changes = claims.stream().filter(Claim::changesHands).toList();
        if (changes.size() != row.changes().size()) {
            return Optional.of(row.changes().size() + " changes expected, read " + changes.size());
        }
        for (int i = 0; i < changes.size(); i++) {
            Optional<String> difference = difference(row.changes().get(i), changes.get(i), places);
            if (difference.isPresent()) {
                return difference;
            }
        }
        for (String other : row.others()) {
            Matcher parts = OTHER.matcher(other);
            if (!parts.matches()) {
                throw new IllegalArgumentException("cannot read: " + other);
            }
            boolean found = claims.stream()
                    .anyMatch(claim -> claim.type().name().equals(parts.group("type"))
                            && claim.stance().name().equals(parts.group("stance"))
                            && claim.extent().name().equals(parts.group("extent"))
                            && isActor(claim.actor(), parts.group("actor"))
                            && isActor(claim.target(), parts.group("target"))
                            && isActor(claim.claimant(), parts.group("claimant"))
                            && isPlace(claim, parts.group("place"), places));
            if (!found) {
                return Optional.of("not read: " + other);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> difference(String expected, Claim claim, Places places) {
        Matcher parts = CHANGE.matcher(expected);
        if (!parts.matches()) {
            throw new IllegalArgumentException("cannot read: " + expected);
        }
        if (!isPlace(claim, parts.group("place"), places)) {
            return Optional.of("another place than " + parts.group("place"));
        }
        if (!isActor(claim.actor(), parts.group("actor"))) {
            return Optional.of("another actor than " + parts.group("actor"));
        }
        boolean claimed = claim.stance().name().equals("CLAIMED");
        if (claimed != (parts.group("claimed") != null)) {
            return Optional.of("told as " + claim.stance());
        }
        if (!isActor(claim.claimant(), parts.group("claimant"))) {
            return Optional.of("another claimant than " + parts.group("claimant"));
        }
        String day = parts.group("day");
        boolean onDay = day == null
                || (claim.occurredOn().toString().equals(day)
                        && claim.datePrecision().name().equals(parts.group("precision")));
        return onDay ? Optional.empty() : Optional.of("dated " + claim.occurredOn() + " " + claim.datePrecision());
    }

    private static boolean isPlace(Claim claim, String name, Places places) {
        if (name.equals("-")) {
            return claim.place() == null;
        }
        String id = claim.place() == null ? "" : claim.place().id();
        return places.named(name).stream().anyMatch(place -> place.id().equals(id));
    }

    private static boolean isActor(@Nullable ActorName actor, @Nullable String expected) {
        if (expected == null) {
            return true;
        }
        if (actor == null || expected.equals("nobody")) {
            return actor == null && expected.equals("nobody");
        }
        return expected.startsWith("\"")
                ? actor.id() == null && expected.equals("\"" + actor.name() + "\"")
                : expected.equals(actor.id());
    }
}
