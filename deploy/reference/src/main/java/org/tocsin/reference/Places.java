package org.tocsin.reference;

import java.util.List;
import java.util.Optional;

/** The gazetteer: every populated place of GeoNames' cities500 and the project's own supplement, by id and by name. */
public final class Places {

    private final PlaceTable table;
    private final NameIndex names;
    private final KeyIndex keys;
    private final PlaceFinder finder;

    private Places(PlaceTable table, NameIndex names, KeyIndex keys) {
        this.table = table;
        this.names = names;
        this.keys = keys;
        finder = new PlaceFinder(table, names, keys);
    }

    /** Reads the data from the class path, about a tenth of a second; keep the result. */
    public static Places load() {
        return new Places(PlaceTable.load(), NameIndex.load("names"), KeyIndex.load());
    }

    /** How many places there are. */
    public int size() {
        return table.size();
    }

    /** The place of a GeoNames id or a supplement's {@code x<number>}. */
    public Optional<Place> byId(String id) {
        int row = table.row(id);
        return row < 0 ? Optional.empty() : Optional.of(table.place(row));
    }

    /** The places of that name after folding, most populous first; if there are none, those that share its transliteration key. */
    public List<Place> named(String name) {
        String folded = Folding.fold(name);
        int[] rows = names.rows(folded);
        return table.places(rows.length > 0 ? rows : keys.rows(folded));
    }

    /**
     * The longest known name that starts at the index and ends at the end of a word. The index must be the start of a word that is
     * capitalised (or an article before such a word, or in a script without case). A possessive 's stays outside. Of an exact and a
     * transliterated match the longer wins, at the same length the exact one. Takes time in the length of the name, not of the text.
     *
     * @param start char index in the text
     */
    public Optional<Match> longestAt(String text, int start) {
        return finder.longestAt(text, start);
    }

    /**
     * A name found in a text.
     *
     * @param start char index of its first character
     * @param end char index after its last
     * @param candidates the places of that name, most populous first, never empty
     * @param exact false if it was found by the transliteration key
     */
    public record Match(int start, int end, List<Place> candidates, boolean exact) {
        public Match {
            candidates = List.copyOf(candidates);
        }
    }
}
