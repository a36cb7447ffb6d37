package org.tocsin.events.control;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;
import org.tocsin.events.event.Extent;

/**
 * One party of a contest that an analyst decided, as it is stored.
 *
 * @param actor slug, as given
 * @param extent MOST, PART or FACILITY; null when it is not known
 */
@RegisterForReflection
public record StoredShare(String actor, @Nullable Extent extent) {}
