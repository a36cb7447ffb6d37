package org.tocsin.events.change;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A change as it was written, to be answered as it is. */
@Schema(implementation = ChangeView.class)
@RegisterForReflection
record RawJson(@JsonValue @JsonRawValue String json) {}
