package org.tocsin.events.sanctions.format;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Records of a CSV file (RFC 4180), one at a time. */
final class Csv {
    private static final int END = -1;
    private static final int CTRL_Z = 0x1a;

    private final Reader reader;
    private int next;
    private int line = 1;
    private int recordLine = 1;
    private boolean endMark;

    Csv(Reader reader) throws IOException {
        this.reader = reader;
        this.next = reader.read();
    }

    /** The line on which the last record began; the first is 1. */
    int line() {
        return recordLine;
    }

    /** Whether the file ended in the character 0x1A, as OFAC's do. */
    boolean endMark() {
        return endMark;
    }

    /** The next record; empty lines are passed over. */
    Optional<List<String>> read() throws IOException, UnreadableList {
        while (next == '\r' || next == '\n') {
            take();
        }
        recordLine = line;
        if (next == CTRL_Z) {
            endMark = true;
            take();
            return read();
        }
        if (next == END) {
            return Optional.empty();
        }
        if (endMark) {
            throw new UnreadableList(
                    Fault.Kind.UNPARSEABLE, "line " + line + ": there is more after the mark of the end");
        }
        List<String> fields = new ArrayList<>();
        fields.add(field());
        while (next == ',') {
            take();
            if (fields.size() >= Limits.COLUMNS) {
                throw new UnreadableList(
                        Fault.Kind.COLUMNS, "line " + recordLine + " has more than " + Limits.COLUMNS + " columns");
            }
            fields.add(field());
        }
        return Optional.of(fields);
    }

    private String field() throws IOException, UnreadableList {
        StringBuilder text = new StringBuilder();
        while (next == ' ') {
            take();
        }
        if (next == '"') {
            quoted(text);
            while (next == ' ') {
                take();
            }
            if (next != ',' && next != '\r' && next != '\n' && next != END) {
                throw new UnreadableList(
                        Fault.Kind.UNPARSEABLE,
                        "line " + line + ": a comma or the end of the line must follow a closing quote");
            }
            return text.toString();
        }
        while (next != ',' && next != '\r' && next != '\n' && next != END && next != CTRL_Z) {
            append(text);
        }
        return text.toString();
    }

    private void quoted(StringBuilder text) throws IOException, UnreadableList {
        int began = line;
        take();
        while (true) {
            if (next == END) {
                throw new UnreadableList(
                        Fault.Kind.TRUNCATED, "the file ends inside a quoted field that begins on line " + began);
            }
            if (next == '"') {
                take();
                if (next != '"') {
                    return;
                }
            }
            append(text);
        }
    }

    private void append(StringBuilder text) throws IOException, UnreadableList {
        if (text.length() >= Limits.FIELD) {
            throw Limits.exceeded("line " + recordLine + " has a field of more than " + Limits.FIELD + " characters");
        }
        text.append((char) next);
        take();
    }

    private void take() throws IOException {
        if (next == '\n') {
            line++;
        }
        next = reader.read();
    }
}
