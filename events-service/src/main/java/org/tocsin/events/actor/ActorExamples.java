package org.tocsin.events.actor;

/** What the API document shows of actors. */
final class ActorExamples {
    static final String ACTOR = """
            {
              "id": "islamic-state",
              "name": "Islamic State",
              "kind": "ARMED_GROUP",
              "countries": [],
              "aliases": [
                "ISIS", "ISIL", "IS", "Daesh", "Da'esh", "Daech", "Isis militants", "ISIS fighters",
                "ISIS militants", "ISIL fighters", "ISIL militants", "IS fighters", "IS militants",
                "Islamic State group", "Islamic State fighters", "Islamic State militants",
                "Islamic State in Iraq and Syria", "Islamic State of Iraq and Syria",
                "Islamic State of Iraq and al-Sham", "Islamic State in Iraq and al-Sham",
                "Islamic State of Iraq and the Levant", "Islamic State in Iraq and the Levant",
                "Islamic State of Iraq and Greater Syria", "Islamic State in Iraq and Greater Syria",
                "Islamic State of Iraq", "al-Qaeda in Iraq", "al-Qaida in Iraq", "AQI", "so-called Islamic State"
              ],
              "holdsFor": null,
              "mergedInto": null,
              "side": "islamic-state",
              "allies": [],
              "activeFrom": null,
              "activeTo": null
            }
            """;

    static final String PAGE = """
            {"items": [
            """ + ACTOR + """
            ], "next": null}
            """;

    private ActorExamples() {}
}
