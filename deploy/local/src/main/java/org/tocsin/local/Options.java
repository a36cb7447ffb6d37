package org.tocsin.local;

import java.util.List;

/**
 * What was asked of {@code deploy/local/run}.
 *
 * @param empty start without the sample
 * @param fresh begin with an empty folder
 */
record Options(boolean empty, boolean fresh) {
    static final String USAGE = """
            usage: deploy/local/run [--empty] [--fresh]
              --empty   start without the sample reports
              --fresh   forget all data of earlier runs first""";

    static Options of(List<String> words) {
        for (String word : words) {
            if (!List.of("--empty", "--fresh").contains(word)) {
                throw new Trouble("Unknown option " + word + "\n" + USAGE);
            }
        }
        return new Options(words.contains("--empty"), words.contains("--fresh"));
    }
}
