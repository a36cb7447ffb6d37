package org.tocsin.events.sanctions.screening;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.tocsin.events.sanctions.entry.ListId;
import org.tocsin.events.sanctions.format.ListFile;
import org.tocsin.events.sanctions.format.ParsedList;
import org.tocsin.events.sanctions.format.UnreadableList;
import org.tocsin.events.sanctions.list.SanctionsLists.InForce;
import org.tocsin.reference.Countries;

/** A list's file as the service would have it in memory. */
final class ListNamesOfFile {
    private ListNamesOfFile() {}

    static ParsedList parsed(ListId list, Path file) throws IOException {
        try {
            return ListFile.read(list, Files.readAllBytes(file));
        } catch (UnreadableList e) {
            throw new IOException(file + ": " + e.fault().detail(), e);
        }
    }

    static ListNames names(ListId list, ParsedList parsed, Countries countries) {
        int entries = parsed.entries().size();
        InForce version = new InForce(list, 1, LocalDate.EPOCH, LocalDate.EPOCH, entries, 0, false, Instant.EPOCH);
        return ListNames.of(version, parsed.entries(), countries);
    }
}
