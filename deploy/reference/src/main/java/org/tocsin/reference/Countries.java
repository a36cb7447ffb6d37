package org.tocsin.reference;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The countries, found by code, name or demonym. */
public final class Countries {

    private final Map<String, Country> byCode = new LinkedHashMap<>();
    private final Map<String, String> admin1Names = new LinkedHashMap<>();
    private final Phrases<Meaning> phrases = new Phrases<>();

    private Countries() {
        for (Tsv.Row row : Resources.table("countries.tsv")) {
            add(country(row));
        }
        for (Tsv.Row row : Resources.table("admin1.tsv")) {
            admin1Names.put(row.text("code"), row.text("name"));
        }
    }

    /** Reads the data from the class path; keep the result. */
    public static Countries load() {
        return new Countries();
    }

    private static Country country(Tsv.Row row) {
        List<String> names = row.list("names");
        return new Country(
                row.text("code"),
                names.get(0),
                names,
                row.list("demonyms"),
                row.text("capital"),
                row.list("capitals"),
                row.list("neighbours"));
    }

    private void add(Country country) {
        byCode.put(country.code(), country);
        for (String name : country.names()) {
            phrases.add(name, new Meaning(country, false));
        }
        for (String demonym : country.demonyms()) {
            phrases.add(demonym, new Meaning(country, true));
        }
    }

    /** The country of an ISO 3166-1 alpha-2 code, in either case. */
    public Optional<Country> byCode(String code) {
        return Optional.ofNullable(byCode.get(code.toUpperCase(Locale.ROOT)));
    }

    /** The country of that name ("Iraq", "U.S.") or demonym ("Iraqi"); of several the first by code. */
    public Optional<Country> named(String name) {
        return phrases.of(name).stream().map(entry -> entry.meaning().country()).findFirst();
    }

    /** The longest country name or demonym that starts at the index, the start of a word, and ends at the end of a word; a possessive 's stays outside. */
    public Optional<Match> longestAt(String text, int start) {
        return phrases.longestAt(text, start, Spelling::fits)
                .map(hit -> new Match(
                        start,
                        hit.end(),
                        hit.meanings().stream().map(Meaning::country).distinct().toList(),
                        hit.meanings().stream().allMatch(Meaning::demonym)));
    }

    public Collection<Country> all() {
        return Collections.unmodifiableCollection(byCode.values());
    }

    /** The name of a first-level division ({@code IQ.15}: Nineveh), or empty. */
    public String admin1Name(String code) {
        return admin1Names.getOrDefault(code, "");
    }

    private record Meaning(Country country, boolean demonym) {}

    /**
     * A country named in a text.
     *
     * @param start char index of its first character
     * @param end char index after its last
     * @param candidates the countries of that name; several for "Congolese"
     * @param demonym whether it is an adjective or a word for the people
     */
    public record Match(int start, int end, List<Country> candidates, boolean demonym) {
        public Match {
            candidates = List.copyOf(candidates);
        }
    }
}
