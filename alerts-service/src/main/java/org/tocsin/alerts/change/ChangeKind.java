package org.tocsin.alerts.change;

import java.util.Locale;
import java.util.stream.Stream;

/** The kinds of change, and what each says to somebody who was told of an earlier one. */
public enum ChangeKind {
    CHANGED_HANDS(Message.ALERT),
    CONTESTED(Message.ALERT),
    HELD_AFTER_ALL(Message.UPDATE),
    HOLDER_NAMED(Message.UPDATE),
    ASSURANCE_CHANGED(Message.UPDATE),
    CORRECTED(Message.UPDATE),
    RETRACTED(Message.CANCEL),
    SANCTIONS_CHANGED(Message.ALERT);

    private final Message message;

    ChangeKind(Message message) {
        this.message = message;
    }

    /** The message of a kind; one that this version does not know is an update. */
    public static Message messageOf(String kind) {
        return Stream.of(values())
                .filter(known -> known.name().equals(kind))
                .map(known -> known.message)
                .findFirst()
                .orElse(Message.UPDATE);
    }

    /** The kind as the type of an event: {@code tocsin.changed-hands}. */
    public static String eventTypeOf(String kind) {
        return "tocsin." + kind.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
