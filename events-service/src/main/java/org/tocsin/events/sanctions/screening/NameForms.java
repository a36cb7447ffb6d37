package org.tocsin.events.sanctions.screening;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Lets the API document tell that a name is a string or an object: beside its forms, the schema would also ask for an object. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class NameForms implements OASFilter {
    @Override
    public Schema filterSchema(Schema schema) {
        List<Schema> forms = schema.getOneOf();
        if (forms != null && schema.getProperties() != null) {
            schema.setType((@Nullable List<Schema.SchemaType>) null);
            schema.setProperties(null);
            schema.setRequired(null);
        }
        return schema;
    }
}
