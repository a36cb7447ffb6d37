package org.tocsin.reference;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import morfologik.fsa.FSA;

/**
 * Keys to the rows of places: a minimal automaton that numbers its keys (morfologik's FSA5), and beside it the rows of each number.
 *
 * <p>A head is a row, or, where several places share the key, {@code -1 - offset} into the overflow: a count and then the rows, most populous first.
 */
final class NameIndex {

    private static final int[] NONE = {};

    private final FSA automaton;
    private final int[] heads;
    private final int[] overflow;

    private NameIndex(FSA automaton, int[] heads, int[] overflow) {
        this.automaton = automaton;
        this.heads = heads;
        this.overflow = overflow;
    }

    /** Reads {@code <name>.fsa} and {@code <name>.rows}, which the build made. */
    static NameIndex load(String name) {
        ByteBuffer rows = ByteBuffer.wrap(Resources.bytes(name + ".rows"));
        int[] heads = new int[rows.getInt()];
        int[] overflow = new int[rows.getInt()];
        rows.asIntBuffer().get(heads).get(overflow);
        try {
            var automaton = FSA.read(new ByteArrayInputStream(Resources.bytes(name + ".fsa")));
            return new NameIndex(automaton, heads, overflow);
        } catch (IOException e) {
            throw new UncheckedIOException("unreadable automaton " + name, e);
        }
    }

    int size() {
        return heads.length;
    }

    /** The rows of exactly this key, most populous first; empty if there are none. */
    int[] rows(CharSequence key) {
        Walk walk = walk();
        return walk.step(key) ? walk.rows() : NONE;
    }

    /** A new walk from the empty key. */
    Walk walk() {
        return new Walk();
    }

    /** A walk along the automaton, letter by letter, that knows the number of the key it has spelt. */
    final class Walk {
        private int node = automaton.getRootNode();
        private int lastArc;
        private int number;

        /** Goes on by these characters; false if no key continues so, after which the walk is of no more use. */
        boolean step(CharSequence characters) {
            byte[] bytes = characters.toString().getBytes(StandardCharsets.UTF_8);
            for (byte label : bytes) {
                if (!step(label)) {
                    return false;
                }
            }
            return true;
        }

        private boolean step(byte label) {
            if (node == 0) {
                return false;
            }
            if (lastArc != 0 && automaton.isArcFinal(lastArc)) {
                number++;
            }
            int skipped = 0;
            for (int arc = automaton.getFirstArc(node); arc != 0; arc = automaton.getNextArc(arc)) {
                if (automaton.getArcLabel(arc) == label) {
                    number += skipped;
                    lastArc = arc;
                    node = automaton.isArcTerminal(arc) ? 0 : automaton.getEndNode(arc);
                    return true;
                }
                skipped += automaton.isArcFinal(arc) ? 1 : 0;
                skipped +=
                        automaton.isArcTerminal(arc) ? 0 : automaton.getRightLanguageCount(automaton.getEndNode(arc));
            }
            return false;
        }

        /** The rows of the key spelt so far; empty if it is only the beginning of keys. */
        int[] rows() {
            if (lastArc == 0 || !automaton.isArcFinal(lastArc)) {
                return NONE;
            }
            int head = heads[number];
            if (head >= 0) {
                return new int[] {head};
            }
            int from = -1 - head;
            return Arrays.copyOfRange(overflow, from + 1, from + 1 + overflow[from]);
        }
    }
}
