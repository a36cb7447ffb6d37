package org.tocsin.service.problem;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads typed parameters so that an unreadable one is named in the problem; by default it would answer a bare 404. */
@Provider
public class NamedParameters implements ParamConverterProvider {
    private record Kind(Function<String, Object> read, String words) {}

    private static final Map<Class<?>, Kind> KINDS = Map.of(
            Integer.class, new Kind(Integer::valueOf, "must be a whole number"),
            int.class, new Kind(Integer::valueOf, "must be a whole number"),
            Double.class, new Kind(Double::valueOf, "must be a number"),
            Boolean.class, new Kind(NamedParameters::trueOrFalse, "must be true or false"),
            boolean.class, new Kind(NamedParameters::trueOrFalse, "must be true or false"),
            LocalDate.class, new Kind(LocalDate::parse, "must be a date such as 2014-06-16"),
            Instant.class,
                    new Kind(
                            text -> OffsetDateTime.parse(text).toInstant(),
                            "must be an RFC 3339 time such as 2014-06-16T15:30:00Z"));

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Kind kind = KINDS.get(type);
        if (kind == null) {
            return null;
        }
        String name = nameOf(annotations);
        return new ParamConverter<>() {
            @Override
            @SuppressWarnings("unchecked")
            public T fromString(String text) {
                try {
                    return (T) kind.read().apply(text);
                } catch (IllegalArgumentException | DateTimeException e) {
                    throw Problem.invalid(name, kind.words()).asException();
                }
            }

            @Override
            public String toString(T value) {
                return String.valueOf(value);
            }
        };
    }

    private static Boolean trueOrFalse(String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw new IllegalArgumentException("not a boolean");
    }

    private static String nameOf(Annotation[] annotations) {
        for (Annotation annotation : annotations) {
            if (annotation instanceof QueryParam query) {
                return query.value();
            }
            if (annotation instanceof PathParam path) {
                return path.value();
            }
            if (annotation instanceof HeaderParam header) {
                return header.value();
            }
        }
        return "parameter";
    }
}
