package org.tocsin.events.sanctions.format;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.tocsin.events.sanctions.entry.ListId;

/** Reads a file as it was sent: plain, gzip or zip; OFAC's several files in one zip. What it is is told by its bytes, not by its name. */
public final class ListFile {
    /** To be raised when the same file comes out otherwise than before, so that this is not taken for a change of the list. */
    public static final int READER = 1;

    private static final int GZIP = 0x1f8b;
    private static final int ZIP = 0x504b;

    private ListFile() {}

    /** The entries of a file that is to be a version of this list; throws with the reason when none can be taken. */
    public static ParsedList read(ListId list, byte[] body) throws UnreadableList {
        if (body.length == 0) {
            throw new UnreadableList(Fault.Kind.EMPTY, "the file has 0 bytes");
        }
        Gathering gathering = new Gathering(list);
        try {
            if (magic(body) == ZIP) {
                zip(body, gathering);
            } else {
                one("the file", magic(body) == GZIP ? gunzip(body) : new ByteArrayInputStream(body), gathering);
            }
        } catch (CappedStream.TooMuch e) {
            throw Limits.exceeded("the file has " + e.getMessage());
        } catch (CharacterCodingException e) {
            throw new UnreadableList(Fault.Kind.ENCODING, "the file is not UTF-8");
        } catch (EOFException e) {
            throw new UnreadableList(Fault.Kind.TRUNCATED, "the compressed file ends too early");
        } catch (ZipException e) {
            throw new UnreadableList(Fault.Kind.UNPARSEABLE, "the compressed file is broken: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            // The JDK throws it for a broken name in a zip.
            throw new UnreadableList(Fault.Kind.UNPARSEABLE, "the compressed file is broken");
        } catch (IOException e) {
            throw new UnreadableList(Fault.Kind.UNPARSEABLE, "the file cannot be read: " + e.getMessage());
        }
        return gathering.parsed();
    }

    /** Whether these bytes are compressed already. */
    public static boolean isCompressed(byte[] body) {
        return magic(body) == GZIP || magic(body) == ZIP;
    }

    private static int magic(byte[] body) {
        return body.length < 2 ? 0 : ((body[0] & 0xff) << 8) | (body[1] & 0xff);
    }

    private static InputStream gunzip(byte[] body) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(body), 1 << 16);
    }

    private static void zip(byte[] body, Gathering gathering) throws IOException, UnreadableList {
        int members = 0;
        int files = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(body), StandardCharsets.ISO_8859_1)) {
            CappedStream capped = new CappedStream(zip);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++members > Limits.FILES) {
                    throw Limits.exceeded("the zip has more than " + Limits.FILES + " files");
                }
                if (entry.isDirectory() || entry.getName().startsWith("__MACOSX")) {
                    continue;
                }
                files++;
                one(shortName(entry.getName()), capped, gathering);
            }
        }
        if (files == 0) {
            throw new UnreadableList(Fault.Kind.EMPTY, "the zip has no files, or is cut off");
        }
    }

    private static String shortName(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "?");
        return last.length() <= 60 ? last : last.substring(0, 60);
    }

    private static void one(String name, InputStream in, Gathering gathering) throws IOException, UnreadableList {
        CappedStream capped = in instanceof CappedStream already ? already : new CappedStream(in);
        gathering.add(name, capped, new BufferedInputStream(capped, 1 << 16));
        // The check sum of a packed file stands behind all that was read.
        capped.transferTo(OutputStream.nullOutputStream());
    }
}
