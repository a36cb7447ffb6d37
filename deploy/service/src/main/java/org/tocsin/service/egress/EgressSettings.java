package org.tocsin.service.egress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the guard of {@code tocsin.egress.http} (default false) and {@code tocsin.egress.allow} (blocks of addresses; default none). */
@ApplicationScoped
class EgressSettings {
    @Produces
    @Singleton
    EgressGuard guard(
            @ConfigProperty(name = "tocsin.egress.http", defaultValue = "false") boolean http,
            @ConfigProperty(name = "tocsin.egress.allow") Optional<List<String>> allow) {
        List<AddressRange> allowed = allow.orElse(List.of()).stream()
                .map(text -> AddressRange.of(text.strip()))
                .toList();
        return new EgressGuard(http, allowed, host -> List.of(InetAddress.getAllByName(host)));
    }
}
