package org.tocsin.ingest.reading;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was read. */
@Schema(name = "Reading", description = "What was read in a text.")
record ReadingAnswer(
        @Schema(
                description =
                        "The language of the text, ISO 639; `und` when it cannot be told. Other than `en` it has no claims.",
                examples = "en")
        String language,

        @Schema(description = "In the order of the text.") List<ClaimBody> items) {
    ReadingAnswer {
        items = List.copyOf(items);
    }
}
