package org.tocsin.events.sanctions.format;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes to characters: the byte order mark decides, else it is UTF-8; a byte that does not fit is an error and never a question mark. */
final class Decoding {
    private Decoding() {}

    static Reader strictly(BufferedInputStream in) throws IOException {
        in.mark(3);
        int first = in.read();
        int second = in.read();
        int third = in.read();
        in.reset();
        Charset charset = StandardCharsets.UTF_8;
        int skip = 0;
        if (first == 0xef && second == 0xbb && third == 0xbf) {
            skip = 3;
        } else if (first == 0xfe && second == 0xff) {
            charset = StandardCharsets.UTF_16BE;
            skip = 2;
        } else if (first == 0xff && second == 0xfe) {
            charset = StandardCharsets.UTF_16LE;
            skip = 2;
        }
        in.skipNBytes(skip);
        return new BufferedReader(new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }
}
