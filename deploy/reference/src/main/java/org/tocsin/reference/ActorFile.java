package org.tocsin.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes actors of the lines of {@code actors.tsv}, and of each country its government and armed forces. */
final class ActorFile {

    private static final List<String> FORCES =
            List.of("army", "forces", "troops", "military", "soldiers", "security forces", "air force");

    private ActorFile() {}

    /** The government of a country and the forces that hold for it; {@link StateForces} finds them under more names than are listed here. */
    static List<Actor> ofState(Country country) {
        String adjective = country.demonyms().isEmpty()
                ? country.name()
                : country.demonyms().get(0);
        String name = (takesArticle(country.name()) ? "the " : "") + country.name();
        List<String> forces = new ArrayList<>();
        FORCES.forEach(noun -> forces.add(adjective + " " + noun));
        List<String> countries = List.of(country.code());
        return List.of(
                new Actor(
                        country.government(),
                        "Government of " + name,
                        ActorKind.GOVERNMENT,
                        countries,
                        List.of(
                                adjective + " government",
                                country.name() + "'s government",
                                adjective + " authorities"),
                        "",
                        List.of(),
                        Optional.empty(),
                        Optional.empty()),
                new Actor(
                        country.armedForces(),
                        "Armed forces of " + name,
                        ActorKind.ARMED_FORCE,
                        countries,
                        forces,
                        country.government(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** The actor of a line; the line of a state's actor only adds to what is generated. */
    static Actor actor(Tsv.Row row, Optional<Actor> generated) {
        List<String> aliases = new ArrayList<>(generated.map(Actor::aliases).orElse(List.of()));
        row.list("aliases").forEach(alias -> aliases.add(plain(alias)));
        List<String> countries = new ArrayList<>(generated.map(Actor::countries).orElse(List.of()));
        row.list("countries").stream().filter(code -> !countries.contains(code)).forEach(countries::add);
        return new Actor(
                row.text("id"),
                or(row.text("name"), generated.map(Actor::name)),
                ActorKind.valueOf(
                        or(row.text("kind"), generated.map(actor -> actor.kind().name()))),
                countries,
                aliases,
                row.text("holdsFor").isEmpty() ? generated.map(Actor::holdsFor).orElse("") : row.text("holdsFor"),
                row.list("allies"),
                day(row.text("activeFrom")),
                day(row.text("activeTo")));
    }

    /** What is looked for in texts: the name and the aliases as they are written in the file. */
    static List<String> spellings(Tsv.Row row) {
        List<String> spellings = new ArrayList<>(row.list("aliases"));
        if (!row.text("name").isEmpty()) {
            spellings.add(0, row.text("name"));
        }
        return spellings;
    }

    private static String plain(String alias) {
        return alias.startsWith("=") ? alias.substring(1) : alias;
    }

    private static String or(String cell, Optional<String> generated) {
        return cell.isEmpty()
                ? generated.orElseThrow(() -> new IllegalStateException("a name or kind is missing"))
                : cell;
    }

    private static Optional<LocalDate> day(String cell) {
        return cell.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(cell));
    }

    private static boolean takesArticle(String country) {
        return country.startsWith("United")
                || country.contains("Republic")
                || country.endsWith("Islands")
                || country.endsWith("Territory")
                || List.of("Netherlands", "Philippines", "Gambia", "Bahamas", "Maldives", "Comoros", "Seychelles")
                        .contains(country);
    }
}
