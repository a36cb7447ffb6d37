package org.tocsin.events;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The OpenAPI document of events-service. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Tocsin events-service",
                        version = "0.1.0",
                        description =
                                "Stores normalised events of armed conflict, keeps who holds which place and how sure"
                                        + " that is, and tells what changed.",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
        security = @SecurityRequirement(name = "token"))
@SecurityScheme(
        securitySchemeName = "token",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "A JWT of the configured issuer for the audience `tocsin`; its roles decide what it may call.")
public class EventsApplication extends Application {}
