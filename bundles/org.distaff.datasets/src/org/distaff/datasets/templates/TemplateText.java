package org.distaff.datasets.templates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorKind;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.data.ObservationKind;
import org.distaff.core.random.RandomStreams;
import org.distaff.datasets.file.ListedDataset;
import org.distaff.datasets.file.ListedFactors;
import org.distaff.datasets.file.MemoryBytes;
import org.distaff.datasets.file.text.TokenTable;

/** A corpus of sentences whose factors are drawn uniformly and independently. */
final class TemplateText {

    /** Tokens of an observation; the longest sentence has 13 words and an end. */
    static final int LENGTH = 16;
    private static final int EVERY_WORD = 10_000;

    private static final FactorSpace SPACE = new FactorSpace(List.of(
            new Factor("topic", Topic.ALL.size(), FactorKind.NOMINAL, Topic.ALL.stream().map(Topic::name).toList()),
            nominal("sentiment", Grammar.SENTIMENTS), nominal("tense", Grammar.TENSES),
            nominal("number", Grammar.NUMBERS)));

    private TemplateText() {
    }

    private static Factor nominal(String name, List<String> values) {
        return new Factor(name, values.size(), FactorKind.NOMINAL, values);
    }

    /**
     * Sentences {@code from} to {@code to} − 1 of a corpus; the vocabulary is that of the whole corpus.
     *
     * @param sentences size of the whole corpus
     */
    static ListedDataset open(int sentences, int from, int to, double negation, int seed, String digest) {
        Grammar grammar = new Grammar(negation);
        RandomGenerator random = RandomStreams.derive(seed, "template-text");
        StringBuilder text = new StringBuilder();
        int[] rows = SPACE.sample(sentences, RandomStreams.derive(seed, "template-text/factors"));
        for (int n = 0; n < rows.length; n += SPACE.count()) {
            text.append(grammar.sentence(Topic.ALL.get(rows[n]), rows[n + 1], rows[n + 2], rows[n + 3], random))
                    .append('\n');
        }
        TokenTable all = tokens(text.toString());
        int[] tokens = Arrays.copyOfRange(all.tokens(), from * LENGTH, to * LENGTH);
        int[] kept = Arrays.copyOfRange(rows, from * SPACE.count(), to * SPACE.count());
        return new ListedDataset(new TokenTable(all.vocabulary(), LENGTH, tokens), new ListedFactors(SPACE, kept),
                ObservationKind.TOKENS, digest);
    }

    private static TokenTable tokens(String text) {
        try {
            return TokenTable.read(new MemoryBytes("template-text", text.getBytes(StandardCharsets.UTF_8)), LENGTH,
                    EVERY_WORD);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be read", e);
        }
    }
}
