package org.tocsin.events.sanctions.list;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.tocsin.events.database.Database;
import org.tocsin.events.sanctions.entry.ListId;
import org.tocsin.events.sanctions.format.ListFile;

/** The files of versions as they came. */
@Singleton
class FileRows {
    private final Database database;

    FileRows(Database database) {
        this.database = database;
    }

    static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps a file, if it is not kept already. */
    void keep(ListId list, String sha256, byte[] body) {
        boolean packed = !ListFile.isCompressed(body);
        database.give(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into sanctions_file (list, sha256, size, packed, raw) values (?, ?, ?, ?, ?) on conflict do nothing")) {
                insert.setString(1, list.name());
                insert.setString(2, sha256);
                insert.setLong(3, body.length);
                insert.setBoolean(4, packed);
                insert.setBytes(5, packed ? pack(body) : body);
                insert.executeUpdate();
            }
        });
    }

    /** The bytes as they came. */
    byte[] read(ListId list, String sha256) {
        return database.ask(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select packed, raw from sanctions_file where list = ? and sha256 = ?")) {
                select.setString(1, list.name());
                select.setString(2, sha256);
                try (ResultSet rows = select.executeQuery()) {
                    if (!rows.next()) {
                        throw new IllegalStateException("no file " + list + " " + sha256);
                    }
                    return rows.getBoolean(1) ? unpack(rows.getBytes(2)) : rows.getBytes(2);
                }
            }
        });
    }

    private static byte[] pack(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(body.length / 4 + 64);
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] unpack(byte[] packed) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
