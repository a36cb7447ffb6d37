package org.tocsin.reference;

/**
 * A first-level division of a country: a state, a province, a governorate.
 *
 * @param code as in {@link Place#admin1()} ({@code IQ.15})
 * @param name the name to show
 * @param known whether its name is told without a word like province beside it, though towns may have the name too ("Texas", "Ontario")
 */
public record Region(String code, String name, boolean known) {

    /** ISO code of the country it lies in. */
    public String country() {
        return code.substring(0, code.indexOf('.'));
    }
}
