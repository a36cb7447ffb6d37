package org.tocsin.ingest.claim.eval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.tocsin.ingest.claim.Text;
import org.tocsin.ingest.claim.reader.ClaimReader;
import org.tocsin.ingest.claim.text.Sentences;
import org.tocsin.ingest.claim.text.Tokens;

/**
 * How many sentences a second one thread reads, with all steps, over whole articles; and, to compare, how many OpenNLP alone splits into words and tags. Both
 * count the sentences that the reader finds.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xmx400m", "-XX:+UseSerialGC"})
public class ReaderBenchmark {
    /** The articles and the loaded reader. */
    @State(Scope.Benchmark)
    public static class Loaded {
        /** A file of articles, see {@link Articles}. */
        @Param("")
        public String file = "";

        ClaimReader reader = ClaimReader.load();
        List<Text> articles = List.of();
        int[] sentences = {};

        @Setup
        public void load() throws IOException {
            articles = Articles.of(Path.of(file));
            sentences = articles.stream()
                    .mapToInt(article -> sentencesOf(article.title()) + sentencesOf(article.text()))
                    .toArray();
        }

        private static int sentencesOf(String content) {
            return Sentences.of(content, Tokens.of(content)).size();
        }
    }

    /** OpenNLP with its own models. */
    @State(Scope.Benchmark)
    public static class Models {
        private final SentenceDetectorME sentences;
        private final TokenizerME words;
        private final POSTaggerME tags;

        public Models() {
            try {
                sentences =
                        new SentenceDetectorME(new SentenceModel(model("/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin")));
                words = new TokenizerME(new TokenizerModel(model("/opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin")));
                tags = new POSTaggerME(new POSModel(model("/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static URL model(String name) {
            return Objects.requireNonNull(Models.class.getResource(name), name);
        }

        void tag(String content, Blackhole hole) {
            for (String sentence : sentences.sentDetect(content)) {
                hole.consume(tags.tag(words.tokenize(sentence)));
            }
        }
    }

    /** Counts beside the articles. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counts {
        public long sentences;
    }

    /** One article after the other. */
    @State(Scope.Thread)
    public static class Turn {
        int next;
    }

    @Benchmark
    public void article(Loaded loaded, Turn turn, Counts counts, Blackhole hole) {
        int i = turn.next;
        turn.next = (i + 1) % loaded.articles.size();
        hole.consume(loaded.reader.read(loaded.articles.get(i)));
        counts.sentences += loaded.sentences[i];
    }

    /** Splitting and tagging only, every sentence, by OpenNLP. */
    @Benchmark
    public void openNlpTagging(Loaded loaded, Models models, Turn turn, Counts counts, Blackhole hole) {
        int i = turn.next;
        turn.next = (i + 1) % loaded.articles.size();
        models.tag(loaded.articles.get(i).title(), hole);
        models.tag(loaded.articles.get(i).text(), hole);
        counts.sentences += loaded.sentences[i];
    }
}
