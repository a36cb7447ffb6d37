package org.tocsin.events.sanctions.format;

import org.tocsin.events.sanctions.entry.ListId;

/** Reads a file as it was sent: plain, gzip or zip; OFAC's several files in one zip. */
public final class ListFile {
    private ListFile() {}

    /** The entries of a file that is to be a version of this list; throws with the reason when none can be taken. */
    public static ParsedList read(ListId list, byte[] body) throws UnreadableList {
        throw new UnreadableList(Fault.Kind.EMPTY, "to be built: " + list + body.length);
    }
}
