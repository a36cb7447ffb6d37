package org.tocsin.events.rebuild;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a rebuild is. */
@Schema(name = "RebuildStatus")
enum RebuildStatus {
    /** Timelines are computed and compared; nothing changes. */
    RUNNING,
    /** The differences can be looked at. */
    PREVIEWED,
    /** Timelines are computed and stored where they are different. */
    APPLYING,
    APPLIED,
    CANCELLED,
    FAILED;

    boolean atWork() {
        return this == RUNNING || this == APPLYING;
    }
}
