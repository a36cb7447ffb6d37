package org.tocsin.alerts.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pieces of code that docs/webhooks.md shows to receivers, and the languages that are on this machine. */
final class Snippets {
    private static final Path PAGE = Path.of("..", "docs", "webhooks.md");

    private Snippets() {}

    /** The one block of a language that holds these words. */
    static String of(String language, String words) throws IOException {
        Matcher blocks = Pattern.compile("(?s)```" + language + "\\n(.*?)```").matcher(Files.readString(PAGE));
        List<String> found = blocks.results()
                .map(block -> block.group(1))
                .filter(block -> block.contains(words))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " blocks of " + language + " in " + PAGE + " hold " + words);
        }
        return found.get(0);
    }

    /** Whether the command is there and answers well. */
    static boolean isThere(String... command) {
        try {
            return run(command).startsWith("0 ");
        } catch (IOException e) {
            return false;
        }
    }

    /** @return how it ended, and what it printed */
    static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(Stream.of(command).collect(Collectors.joining(" ")) + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        return process.exitValue() + " " + printed;
    }
}
