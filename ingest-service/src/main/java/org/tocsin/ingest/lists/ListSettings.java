package org.tocsin.ingest.lists;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which lists are fetched, from where and how often. Nothing is fetched unless {@code tocsin.lists.fetch} is true. The EU hands its file out
 * under an address with a token of one's own, so there is no default for it; a list without an address is not fetched.
 */
@Singleton
class ListSettings {
    private static final String OFAC = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/";
    private static final String OFAC_SDN = OFAC + "SDN.CSV," + OFAC + "ALT.CSV," + OFAC + "ADD.CSV," + OFAC
            + "SDN_COMMENTS.CSV," + OFAC + "SDN_ADVANCED.XML";
    private static final String OFAC_CONSOLIDATED = OFAC + "CONS_PRIM.CSV," + OFAC + "CONS_ALT.CSV," + OFAC
            + "CONS_ADD.CSV," + OFAC + "CONS_COMMENTS.CSV," + OFAC + "CONS_ADVANCED.XML";

    private final boolean on;
    private final Duration every;
    private final Duration wholeEvery;
    private final Map<String, List<String>> addresses = new LinkedHashMap<>();

    ListSettings(
            @ConfigProperty(name = "tocsin.lists.fetch", defaultValue = "false") boolean on,
            @ConfigProperty(name = "tocsin.lists.every", defaultValue = "PT1H") Duration every,
            @ConfigProperty(name = "tocsin.lists.whole-every", defaultValue = "PT20H") Duration wholeEvery,
            @ConfigProperty(name = "tocsin.lists.ofac-sdn", defaultValue = OFAC_SDN) Optional<List<String>> ofacSdn,
            @ConfigProperty(name = "tocsin.lists.ofac-consolidated", defaultValue = OFAC_CONSOLIDATED)
                    Optional<List<String>> ofacConsolidated,
            @ConfigProperty(
                            name = "tocsin.lists.un",
                            defaultValue = "https://scsanctions.un.org/resources/xml/en/consolidated.xml")
                    Optional<List<String>> un,
            @ConfigProperty(
                            name = "tocsin.lists.uk",
                            defaultValue = "https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.csv")
                    Optional<List<String>> uk,
            @ConfigProperty(name = "tocsin.lists.eu") Optional<List<String>> eu) {
        this.on = on;
        this.every = every;
        this.wholeEvery = wholeEvery;
        put("OFAC_SDN", ofacSdn);
        put("OFAC_CONSOLIDATED", ofacConsolidated);
        put("UN", un);
        put("UK", uk);
        put("EU", eu);
    }

    private void put(String list, Optional<List<String>> from) {
        List<String> some = from.orElse(List.of()).stream()
                .map(String::strip)
                .filter(address -> !address.isEmpty() && !address.equals("none"))
                .toList();
        addresses.put(list, some);
    }

    boolean isOn() {
        return on;
    }

    Duration every() {
        return every;
    }

    /** How long the publisher's word that nothing has changed is believed. */
    Duration wholeEvery() {
        return wholeEvery;
    }

    /** Addresses by list, in the order in which lists are shown. */
    Map<String, List<String>> addresses() {
        return addresses;
    }
}
