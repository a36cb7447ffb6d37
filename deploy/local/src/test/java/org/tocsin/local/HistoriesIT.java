package org.tocsin.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports as agencies would have written them lead, through the packaged services, to the histories that are known. */
class HistoriesIT {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @Test
    void everyChangeOfHandsIsFoundAndNoneIsInvented() throws IOException {
        try (Stack stack = Stack.startedOnFreePorts(ROOT, folder)) {
            Map<String, HistoryCheck> checks = Histories.checked(stack, Histories.files(ROOT));
            List<String> faults = new ArrayList<>();
            checks.forEach((city, check) -> check.faults().forEach(fault -> faults.add(city + ": " + fault)));
            assertEquals("", String.join("\n", faults));
            assertTrue(checks.size() >= 25, "histories of " + checks.size() + " cities");
        }
    }
}
