package org.tocsin.events.control;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.tocsin.events.actor.Sides;
import org.tocsin.events.database.Database;
import org.tocsin.events.place.Known;
import org.tocsin.reference.Countries;
import org.tocsin.reference.Country;
import org.tocsin.reference.Place;
import org.tocsin.reference.Places;

/** What actors hold. */
@Singleton
public class Holdings {
    private final Database database;
    private final Places places;
    private final Countries countries;
    private final Sides sides;
    private final BaselineRows baselines;

    Holdings(Database database, Places places, Countries countries, Sides sides, BaselineRows baselines) {
        this.database = database;
        this.places = places;
        this.countries = countries;
        this.sides = sides;
        this.baselines = baselines;
    }

    /** By actor, the places that it holds on a day, alone or with allies, because something recorded says so; in the order of their ids. */
    public Map<String, List<Place>> byEvidence(Collection<String> actors, LocalDate day) {
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select place, control -> 'control' -> 'holder' ->> 'id' as actor from control_interval
                    where assurance <> 'BASELINE' and control -> 'control' -> 'holder' ->> 'id' = any(?)
                        and control -> 'control' ->> 'state' = 'HELD'
                        and (valid_from is null or valid_from <= ?) and (valid_to is null or valid_to > ?)
                    union
                    select place, share -> 'actor' ->> 'id'
                    from control_interval, jsonb_array_elements(control -> 'control' -> 'parties') share
                    where assurance <> 'BASELINE' and control -> 'control' ->> 'state' = 'HELD'
                        and jsonb_array_length(control -> 'control' -> 'parties') > 0 and share -> 'actor' ->> 'id' = any(?)
                        and (valid_from is null or valid_from <= ?) and (valid_to is null or valid_to > ?)
                    order by 1
                    """)) {
                for (int part = 0; part < 2; part++) {
                    select.setArray(3 * part + 1, connection.createArrayOf("text", actors.toArray()));
                    select.setObject(3 * part + 2, day);
                    select.setObject(3 * part + 3, day);
                }
                Map<String, List<Place>> held = new HashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        held.computeIfAbsent(row.getString(2), actor -> new ArrayList<>())
                                .add(Known.place(places, row.getString(1)));
                    }
                }
                return held;
            }
        });
    }

    /** ISO codes of the countries whose places it holds as long as nothing recorded says otherwise. */
    public List<String> byBaseline(String actor) {
        TreeSet<String> found = new TreeSet<>();
        for (Country country : countries.all()) {
            if (sides.governmentOf(country.code()).equals(Optional.of(actor))) {
                found.add(country.code());
            }
        }
        baselines.all().holders().forEach((scope, holder) -> {
            if (scope.length() == 2 && scope.equals(scope.toUpperCase(Locale.ROOT))) {
                if (holder.equals(Optional.of(actor))) {
                    found.add(scope);
                } else {
                    found.remove(scope);
                }
            }
        });
        return List.copyOf(found);
    }
}
