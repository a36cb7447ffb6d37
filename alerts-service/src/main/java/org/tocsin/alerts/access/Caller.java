package org.tocsin.alerts.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.tocsin.service.access.Role;
import org.tocsin.service.problem.Problem;
import org.tocsin.service.problem.ProblemKind;

/** Whose subscriptions a call may touch: those of the owner that the token's claim {@code tocsin.auth.owner-claim} names; an admin's, all. */
@RequestScoped
public class Caller {
    private static final int LONGEST = 200;

    private final JsonWebToken token;
    private final SecurityIdentity identity;
    private final String claim;

    Caller(
            JsonWebToken token,
            SecurityIdentity identity,
            @ConfigProperty(name = "tocsin.auth.owner-claim", defaultValue = "sub") String claim) {
        this.token = token;
        this.identity = identity;
        this.claim = claim;
    }

    /** The owner of what this call makes. */
    public String owner() {
        Object value = token.getClaim(claim);
        if (value == null || value.toString().isBlank() || value.toString().length() > LONGEST) {
            throw Problem.of(
                            ProblemKind.FORBIDDEN,
                            "The token's claim " + claim + " must name an owner in at most " + LONGEST + " characters.")
                    .asException();
        }
        return value.toString();
    }

    /** Who makes this call, where several share an owner; for the records. */
    public String name() {
        String subject = token.getSubject();
        return subject == null || subject.isBlank() || subject.length() > LONGEST ? owner() : subject;
    }

    /** The owner whose things this call may see; null for all. */
    public @Nullable String onlyOwner() {
        return identity.hasRole(Role.ADMIN) ? null : owner();
    }
}
