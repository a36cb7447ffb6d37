package org.tocsin.service.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.jspecify.annotations.Nullable;

/** Starts a service. One that cannot start says in one line why and what to set, and leaves with code 1; only what nobody foresaw has its whole trace. */
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        Quarkus.run(null, Main::leave, arguments);
    }

    private static void leave(Integer code, @Nullable Throwable cause) {
        if (cause != null && code != 0) {
            tell(cause);
        }
        System.exit(code);
    }

    /** Not by the log, which is closed by now or, where a setting is wrong, not open yet. */
    private static void tell(Throwable cause) {
        String line = Refusal.of(cause);
        if (line != null) {
            System.err.println("Does not start: " + line);
        } else {
            System.err.println("Does not start:");
            cause.printStackTrace();
        }
    }
}
