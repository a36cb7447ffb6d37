package org.tocsin.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The first-level divisions of the countries, found by name in running text, and by the abbreviations that stand behind the names of towns. */
public final class Regions {

    /** Their divisions are municipalities or districts of a town, whose names are those of towns. */
    private static final Set<String> OF_MUNICIPALITIES =
            Set.of("AD", "LI", "LU", "MC", "ME", "MK", "MT", "NR", "PR", "RS", "SI", "SM", "VA");

    /** What comes with a name in GeoNames and is often left out. */
    private static final Set<String> KINDS = Set.of(
            "province",
            "oblast",
            "state",
            "region",
            "governorate",
            "district",
            "department",
            "county",
            "parish",
            "prefecture");

    /** Names that say nothing by themselves, and those of men and things. */
    private static final Set<String> EMPTY = Set.of(
            "central",
            "centre",
            "center",
            "north",
            "south",
            "east",
            "west",
            "northern",
            "southern",
            "eastern",
            "western",
            "northeast",
            "northwest",
            "southeast",
            "southwest",
            "nord",
            "sud",
            "est",
            "ouest",
            "norte",
            "sur",
            "sul",
            "capital",
            "coast",
            "delta",
            "plateau",
            "rivers",
            "highlands",
            "islands",
            "lakes",
            "bay",
            "upper",
            "lower",
            "midlands",
            "national",
            "federal",
            "union",
            "bari",
            "mon",
            "somali",
            "sahel",
            "littoral",
            "atlantic",
            "pacific",
            "savannah",
            "saint george",
            "saint john",
            "saint paul",
            "saint patrick",
            "saint andrew",
            "saint mary",
            "saint peter",
            "saint david",
            "saint joseph",
            "saint thomas",
            "saint james",
            "charlotte",
            "river nile",
            "prince of wales");

    private final Map<String, Region> byCode = new HashMap<>();
    private final Phrases<Region> phrases = new Phrases<>();
    private final Map<String, List<Region>> byAbbreviation = new HashMap<>();

    /** @throws IllegalStateException if the supplement names a region that is none of the divisions */
    Regions(List<Tsv.Row> divisions, List<Tsv.Row> supplement) {
        Map<String, Tsv.Row> further = new HashMap<>();
        for (Tsv.Row row : supplement) {
            further.put(row.text("code"), row);
        }
        for (Tsv.Row row : divisions) {
            String code = row.text("code");
            Tsv.Row names = further.remove(code);
            Region region = new Region(
                    code, row.text("name"), names != null && names.text("known").equals("yes"));
            add(region);
            if (names != null) {
                names.list("names").forEach(name -> phrases.add(name, region));
                names.list("abbreviations").forEach(name -> byAbbreviation
                        .computeIfAbsent(name, key -> new ArrayList<>())
                        .add(region));
            }
        }
        if (!further.isEmpty()) {
            throw new IllegalStateException("no such regions: " + further.keySet());
        }
    }

    /** Reads the data from the class path; keep the result. */
    public static Regions load() {
        return new Regions(Resources.table("admin1.tsv"), Resources.table("region-names.tsv"));
    }

    private void add(Region region) {
        String name = region.name();
        byCode.put(region.code(), region);
        Set<String> names = new HashSet<>(Set.of(name));
        int last = name.lastIndexOf(' ');
        if (last > 0 && KINDS.contains(Folding.fold(name.substring(last + 1)))) {
            names.add(name.substring(0, last));
        }
        for (String each : names) {
            boolean city = each.toLowerCase(Locale.ROOT).endsWith(" city");
            if (!city && !OF_MUNICIPALITIES.contains(region.country()) && !EMPTY.contains(Folding.fold(each))) {
                phrases.add(each, region);
            }
        }
    }

    public Optional<Region> byCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The longest name of regions that starts at the index, the start of a word, and ends at the end of a word; a possessive 's stays outside. */
    public Optional<Match> longestAt(String text, int start) {
        return phrases.longestAt(text, start, Spelling::fits).map(hit -> new Match(start, hit.end(), hit.meanings()));
    }

    /** The regions of an abbreviation as the news writes it behind the name of a town, with or without its last full stop: "Ky.", "N.J.", "TX". */
    public List<Region> abbreviated(String written) {
        String plain = written.endsWith(".") ? written.substring(0, written.length() - 1) : written;
        return byAbbreviation.getOrDefault(plain, List.of());
    }

    /**
     * Regions named in a text.
     *
     * @param start char index of the first character
     * @param end char index after the last
     * @param candidates the regions of that name, never empty
     */
    public record Match(int start, int end, List<Region> candidates) {
        public Match {
            candidates = List.copyOf(candidates);
        }
    }
}
