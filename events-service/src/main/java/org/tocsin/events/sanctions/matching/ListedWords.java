package org.tocsin.events.sanctions.matching;

import java.util.AbstractList;
import java.util.RandomAccess;

/** The words of a listed name, by their ids. */
final class ListedWords extends AbstractList<Word> implements RandomAccess {
    private final Vocabulary vocabulary;
    private final int[] ids;

    ListedWords(Vocabulary vocabulary, int[] ids) {
        this.vocabulary = vocabulary;
        this.ids = ids;
    }

    @Override
    public Word get(int index) {
        return vocabulary.word(ids[index]);
    }

    @Override
    public int size() {
        return ids.length;
    }
}
