package org.tocsin.service.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;

/** Says what is wrong with a JSON text, and where, without quoting it. */
public final class JsonProblem {
    private JsonProblem() {}

    /** A MALFORMED_JSON with line and column, or an INVALID_REQUEST that names the field. */
    public static Problem of(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping)) {
            String where = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            return Problem.of(ProblemKind.MALFORMED_JSON, "The body is not well-formed JSON" + where + ".");
        }
        String field = pathOf(mapping);
        return Problem.invalid(field.isEmpty() ? "body" : field, detailOf(mapping));
    }

    private static String detailOf(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException) {
            return "is not a known field";
        }
        if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
            return "must be one of " + Arrays.toString(format.getTargetType().getEnumConstants());
        }
        if (e instanceof InvalidFormatException format && format.getTargetType() == String.class) {
            return "must be well-formed Unicode: it has half of a surrogate pair";
        }
        if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return "must be a valid " + typeInWords(mismatch.getTargetType());
        }
        return "cannot be read";
    }

    private static String typeInWords(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "Instant" -> "RFC 3339 time such as 2014-06-16T15:30:00Z";
            case "LocalDate" -> "date such as 2014-06-16";
            case "String" -> "string";
            case "int", "Integer", "long", "Long" -> "whole number";
            case "double", "Double", "float", "Float" -> "number";
            case "boolean", "Boolean" -> "boolean";
            case "List", "ArrayList", "Set", "Collection" -> "array";
            default -> "object";
        };
    }

    private static String pathOf(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
