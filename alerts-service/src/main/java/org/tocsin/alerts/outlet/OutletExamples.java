package org.tocsin.alerts.outlet;

/** Examples for the API's document. */
final class OutletExamples {
    static final String STREAM = """
            id: 17
            data: {"specversion":"1.0","id":"635ce839-40af-30ea-862c-ecbe19638624","type":"tocsin.changed-hands","subject":"places/99072"}

            :

            """;

    static final String KEY = """
            {
              "id": "b8cbd4d0-3d7b-4e30-9b5b-3c7c2a4a5a10",
              "url": "https://tocsin.example.org/subscriptions/3f0d1f0e-7e0b-4d7e-a1de-6b1f2f7f4c10/alerts.atom?key=Yc0Xw1kq3bR5sT7uV9wX1yZ3aB5cD7eF9gH1iJ3kL5m",
              "createdAt": "2026-11-23T15:00:00.123456Z"
            }""";

    static final String KEYS = """
            {
              "items": [
                {"id": "b8cbd4d0-3d7b-4e30-9b5b-3c7c2a4a5a10", "url": null, "createdAt": "2026-11-23T15:00:00.123456Z"}
              ],
              "next": null
            }""";

    static final String FEED = """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom">
              <id>urn:uuid:3f0d1f0e-7e0b-4d7e-a1de-6b1f2f7f4c10</id>
              <title>Tocsin: Shipments to Iraq</title>
              <updated>2026-11-23T15:00:00.123456Z</updated>
              <author><name>Tocsin</name></author>
              <entry>
                <id>urn:uuid:635ce839-40af-30ea-862c-ecbe19638624</id>
                <title>Mosul changed hands from Government of Iraq to Islamic State</title>
                <updated>2026-11-23T15:00:00.123456Z</updated>
                <content type="application/cap+xml">
                  <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
                    <identifier>635ce839-40af-30ea-862c-ecbe19638624</identifier>
                    <sender>https://tocsin.example.org</sender>
                    <sent>2026-11-23T15:00:00-00:00</sent>
                    <status>Actual</status>
                    <msgType>Alert</msgType>
                    <scope>Restricted</scope>
                  </alert>
                </content>
              </entry>
            </feed>""";

    private OutletExamples() {}
}
