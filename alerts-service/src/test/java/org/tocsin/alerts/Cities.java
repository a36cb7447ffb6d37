package org.tocsin.alerts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.IntStream;
import org.tocsin.testing.StubServer;

/** Changes of many places, and alerts about them. */
public final class Cities {
    private Cities() {}

    /** One change each, of the places {@code from}, {@code from + 1} and so on. */
    public static ObjectNode[] changes(int from, int many) {
        return IntStream.range(from, from + many).mapToObj(Cities::change).toArray(ObjectNode[]::new);
    }

    public static ObjectNode change(int place) {
        return Feed.change(c -> ((ObjectNode) c.path("place")).put("id", Integer.toString(place)));
    }

    /** A filter for those places, as a further part of a subscription. */
    public static String watched(int from, int many) {
        StringBuilder places = new StringBuilder();
        for (int place = from; place < from + many; place++) {
            places.append(place == from ? "" : ",")
                    .append("{\"id\": \"")
                    .append(place)
                    .append("\"}");
        }
        return ", \"filter\": {\"places\": [" + places + "]}";
    }

    public static int placeOf(StubServer.Request request) {
        return Receiver.body(request)
                .path("data")
                .path("change")
                .path("place")
                .path("id")
                .asInt();
    }

    public static int sequenceOf(StubServer.Request request) {
        return Receiver.body(request)
                .path("data")
                .path("alert")
                .path("sequence")
                .asInt();
    }
}
