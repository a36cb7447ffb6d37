package org.tocsin.service.wake;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Listens to PostgreSQL's {@code NOTIFY} on one connection of its own and hands each notification to those that asked for its channel. When
 * the connection is lost it is opened again, and everyone is called once, for something may have been missed. A notification is only a hint:
 * who waits for one also looks by himself now and then.
 */
@ApplicationScoped
public class Notifications {
    private static final Logger LOG = Logger.getLogger(Notifications.class);
    private static final int POLL_MILLIS = 500;
    private static final int RECONNECT_MILLIS = 1_000;

    private final String url;
    private final Properties login = new Properties();
    private final Map<String, List<Runnable>> listeners = new ConcurrentHashMap<>();
    private volatile boolean stopping;
    private @Nullable Thread thread;

    Notifications(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String username,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.url = url;
        login.setProperty("user", username);
        login.setProperty("password", password);
        login.setProperty("tcpKeepAlive", "true");
        login.setProperty("ApplicationName", "tocsin-notifications");
    }

    /** Calls {@code listener} on each notification of {@code channel}; it must return at once. Ask before the service has started. */
    public void onNotify(String channel, Runnable listener) {
        if (!channel.matches("[a-z_]+")) {
            throw new IllegalArgumentException("channel must be lower-case letters and underscores");
        }
        listeners.computeIfAbsent(channel, c -> new CopyOnWriteArrayList<>()).add(listener);
    }

    void start(@Observes StartupEvent event) {
        Thread listening = new Thread(this::listenUntilStopped, "tocsin-notifications");
        listening.setDaemon(true);
        listening.start();
        thread = listening;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void listenUntilStopped() {
        while (!stopping) {
            try (Connection connection = DriverManager.getConnection(url, login)) {
                listen(connection);
            } catch (SQLException e) {
                if (!stopping) {
                    LOG.warnf("notifications lost, connecting again: %s", e.getMessage());
                }
            }
            pause();
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String channel : listeners.keySet()) {
                statement.execute("listen " + channel);
            }
        }
        listeners.values().forEach(all -> all.forEach(Runnable::run));
        PGConnection postgres = connection.unwrap(PGConnection.class);
        int listening = listeners.size();
        while (!stopping && listening == listeners.size()) {
            PGNotification[] notifications = postgres.getNotifications(POLL_MILLIS);
            for (PGNotification notification : notifications == null ? new PGNotification[0] : notifications) {
                listeners.getOrDefault(notification.getName(), List.of()).forEach(Runnable::run);
            }
        }
    }

    private void pause() {
        if (stopping) {
            return;
        }
        try {
            Thread.sleep(RECONNECT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}
