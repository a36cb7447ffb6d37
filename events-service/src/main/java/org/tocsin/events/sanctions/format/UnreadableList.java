package org.tocsin.events.sanctions.format;

/** A file from which no entries can be taken. */
public final class UnreadableList extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    public UnreadableList(Fault.Kind kind, String detail) {
        super(detail);
        this.fault = new Fault(kind, detail);
    }

    public Fault fault() {
        return fault;
    }
}
