package org.tocsin.ingest.claim.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;

/** Parts of speech (Universal Dependencies) by Apache OpenNLP's English model. Thread-safe: a tagger is not, so idle ones wait in a queue. */
public final class Tagger {
    private static final String MODEL = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";

    private final POSModel model;
    private final ConcurrentLinkedQueue<POSTaggerME> idle = new ConcurrentLinkedQueue<>();

    private Tagger(POSModel model) {
        this.model = model;
    }

    public static Tagger load() {
        try (InputStream in = Tagger.class.getResourceAsStream(MODEL)) {
            if (in == null) {
                throw new IllegalStateException("missing on the class path: " + MODEL);
            }
            return new Tagger(new POSModel(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One tag ({@code NOUN}, {@code PROPN}, {@code VERB}, ...) for each token of a sentence. */
    public List<String> tags(List<Token> sentence) {
        boolean shouted = sentence.stream().filter(Token::allCapitals).count() * 3 > sentence.size() * 2L;
        String[] words = sentence.stream()
                .map(token -> shouted ? token.lower() : token.text())
                .toArray(String[]::new);
        POSTaggerME tagger = idle.poll();
        if (tagger == null) {
            tagger = new POSTaggerME(model);
        }
        String[] tags = tagger.tag(words);
        idle.offer(tagger);
        return List.of(tags);
    }
}
