package org.tocsin.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tocsin.local.EventsServices;
import org.tocsin.local.Trouble;

/** {@code deploy/local/bench write|rebuild|growth|feed}: each on a database of its own, which is thrown away afterwards. */
public final class Bench {
    private static final int PLACES = 20_000;

    private final Path root;
    private final EventsServices services;
    private final List<City> cities;
    private final Figures figures;

    private Bench(Path root, EventsServices services, List<City> cities, Figures figures) {
        this.root = root;
        this.services = services;
        this.cities = cities;
        this.figures = figures;
    }

    /** Arguments: the project's folder; cores, JDK, commit, date and load; what to measure; how many events for a rebuild. */
    public static void main(String[] args) throws IOException, SQLException {
        Path root = Path.of(args[0]).toAbsolutePath().normalize();
        Path folder = Files.createTempDirectory("tocsin-bench");
        try (EventsServices services = EventsServices.started(root, folder, 1, EventsServices.AS_IN_THE_IMAGE)) {
            Runtime.getRuntime().addShutdownHook(new Thread(services::close)); // Ctrl-C leaves no process behind
            List<City> cities = City.mostPopulous(root, PLACES);
            new Bench(root, services, cities, new Figures(args[1])).measure(args[2], Integer.parseInt(args[3]));
        } catch (Trouble e) {
            System.err.println(e.getMessage() + "\nThe logs are kept in " + folder.resolve("logs") + ".");
            System.exit(1);
        }
        delete(folder);
        System.exit(0);
    }

    private void measure(String what, int events) throws IOException, SQLException {
        Load load = new Load(services, cities);
        switch (what) {
            case "write" -> new Writes(services, load, figures).measure();
            case "rebuild" -> rebuild(load, events);
            case "growth" ->
                new Growth(services, load, PLACES, figures).measure(root.resolve("docs/control-figures.svg"));
            case "feed" -> new FeedDelay(services.api(0), cities, figures).measure();
            default -> throw new Trouble("There is no benchmark " + what + ".");
        }
    }

    private void rebuild(Load load, int events) throws IOException, SQLException {
        long began = System.nanoTime();
        load.upTo(events);
        figures.step("%,d events on %,d places loaded in %.0f s", events, PLACES, (System.nanoTime() - began) / 1e9);
        for (String time : List.of("no timeline there yet", "nothing to do")) {
            Rebuild.Done done = Rebuild.everything(services.api(0));
            figures.step("%s", done.answer());
            figures.tell(
                    String.format("rebuild: %,d events over %,d places, %s", events, PLACES, time),
                    String.format("%.1f s", done.seconds()),
                    "under 180 s on two cores");
        }
        Reads.measure(services.api(0), cities, figures);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
