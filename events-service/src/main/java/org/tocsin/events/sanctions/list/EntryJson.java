package org.tocsin.events.sanctions.list;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.tocsin.events.sanctions.entry.EntryKind;
import org.tocsin.events.sanctions.entry.EntryName;
import org.tocsin.events.sanctions.entry.ListEntry;
import org.tocsin.events.sanctions.entry.ListId;
import org.tocsin.events.sanctions.format.Fault;

/** Entries as they are written into the database. */
@Singleton
@RegisterForReflection(
        targets = {
            ListEntry.class,
            EntryName.class,
            EntryName.Kind.class,
            EntryName.Strength.class,
            EntryKind.class,
            ListId.class,
            Fault.class,
            Fault.Kind.class
        })
class EntryJson {
    private final ObjectMapper json;

    EntryJson(ObjectMapper json) {
        this.json = json;
    }

    String write(ListEntry entry) {
        try {
            return json.writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    ListEntry read(String text) {
        try {
            return json.readValue(text, ListEntry.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored entry cannot be read", e);
        }
    }

    static String hash(String written) {
        return FileRows.sha256(written.getBytes(StandardCharsets.UTF_8));
    }
}
