package org.tocsin.ingest.input;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/**
 * Bounds the bodies that are read as a whole. The server's own limit must be far higher, for a stream of reports may have any length; that is
 * read line by line, each line bounded.
 */
@Provider
public class BodyLimit implements ReaderInterceptor {
    /** Room for a text of 1,000,000 characters, each written as two escapes of six bytes. */
    public static final int LONGEST_BODY = 16 * 1024 * 1024;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException, WebApplicationException {
        if (context.getType() != InputStream.class) {
            context.setInputStream(new Bounded(context.getInputStream()));
        }
        return context.proceed();
    }

    /** The problem of a body, or a line, that is too long. */
    public static Problem tooLarge(String what) {
        return Problem.of(ProblemKind.TOO_LARGE, what + " is longer than 16 MiB.");
    }

    @ServerExceptionMapper
    public Response tooLarge(TooLarge e) {
        return Response.status(ProblemKind.TOO_LARGE.status())
                .type(Problem.MEDIA_TYPE)
                .entity(tooLarge("The body"))
                .build();
    }

    /** An {@link IOException}, which the JSON reader lets through as it is. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("body too large");
        }
    }

    private static final class Bounded extends FilterInputStream {
        private long left = LONGEST_BODY;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return count(in.read(), 1);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            return count(read, read);
        }

        private int count(int result, int read) throws IOException {
            if (result >= 0) {
                left -= read;
            }
            if (left < 0) {
                throw new TooLarge();
            }
            return result;
        }
    }
}
