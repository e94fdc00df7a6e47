package org.distaff.tests.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.ObservationKind;
import org.distaff.core.data.ObservationPart;
import org.distaff.core.describe.Parameters;
import org.distaff.core.random.RandomStreams;
import org.distaff.datasets.templates.TemplateTextProvider;
import org.junit.jupiter.api.Test;

/** The corpus, read word by word without the grammar. */
class TemplateTextTest {

    private static final int LENGTH = 16;
    private static final int FACTORS = 4;

    private record Corpus(int[] rows, List<List<String>> sentences) {

        static Corpus of(Map<String, Object> parameters) {
            Dataset dataset = open(parameters);
            List<String> words = ObservationPart.of(dataset).get(0).words();
            int[] rows = dataset.rows().orElseThrow();
            FloatBuffer one = FloatBuffer.allocate(LENGTH);
            List<List<String>> sentences = new ArrayList<>();
            for (int n = 0; n < rows.length; n += FACTORS) {
                dataset.observe(Arrays.copyOfRange(rows, n, n + FACTORS), RandomStreams.derive(n, "test"), one.clear());
                List<String> sentence = new ArrayList<>();
                for (float token : one.array()) {
                    sentence.add(words.get((int) token));
                }
                int end = sentence.indexOf("</s>");
                assertTrue(end >= 6, sentence + " has six words and an end");
                assertTrue(sentence.subList(end + 1, LENGTH).stream().allMatch("<pad>"::equals), sentence.toString());
                sentences.add(sentence.subList(0, end));
            }
            return new Corpus(rows, sentences);
        }

        /** Words that occur with one value of a factor only. */
        Set<String> telling(int factor, int value) {
            Set<String> here = new HashSet<>();
            Set<String> elsewhere = new HashSet<>();
            for (int n = 0; n < sentences.size(); n++) {
                (rows[n * FACTORS + factor] == value ? here : elsewhere).addAll(sentences.get(n));
            }
            here.removeAll(elsewhere);
            return here;
        }
    }

    private static Dataset open(Map<String, Object> parameters) {
        TemplateTextProvider provider = new TemplateTextProvider();
        return provider.open(Parameters.of(provider, parameters));
    }

    @Test
    void theCorpusIsAsLargeAsItSays() {
        Dataset dataset = open(Map.of());
        assertEquals(ObservationKind.TOKENS, dataset.kind());
        assertEquals(20_000, dataset.rows().orElseThrow().length / FACTORS);
        assertEquals(8 * 2 * 3 * 2, dataset.factors().combinations());
        int words = ObservationPart.of(dataset).get(0).words().size() - 3; // padding, unknown, end
        assertTrue(words >= 300 && words <= 800, words + " words");
    }

    /** Every sentence has a word for each factor's value that never stands in sentences of another value. */
    @Test
    void everyFactorCanBeReadFromEverySentence() {
        Corpus corpus = Corpus.of(Map.of("negation", 0, "sentences", 8000));
        Dataset dataset = open(Map.of());
        for (int factor : new int[] {0, 1}) {
            for (int value = 0; value < dataset.factors().size(factor); value++) {
                Set<String> telling = corpus.telling(factor, value);
                for (int n = 0; n < corpus.sentences.size(); n++) {
                    boolean told = corpus.sentences.get(n).stream().anyMatch(telling::contains);
                    assertEquals(corpus.rows[n * FACTORS + factor] == value, told, corpus.sentences.get(n).toString());
                }
            }
        }
    }

    @Test
    void tenseAndNumberAgree() {
        Corpus corpus = Corpus.of(Map.of());
        for (int n = 0; n < corpus.sentences.size(); n++) {
            List<String> sentence = corpus.sentences.get(n);
            int tense = corpus.rows[n * FACTORS + 2];
            int number = corpus.rows[n * FACTORS + 3];
            assertEquals(tense == 2, sentence.contains("will"), sentence.toString());
            if (sentence.contains("who") && tense < 2) {
                assertTrue(sentence.contains(new String[][] {{"was", "were"}, {"is", "are"}}[tense][number]),
                        sentence.toString());
            }
            assertFalse(number == 1 && sentence.contains("one") || number == 0 && sentence.contains("many"),
                    sentence.toString());
        }
    }

    /** Drawn independently and uniformly: a share p of 20,000 has a deviation of √(p (1 − p) / 20,000); five of them. */
    @Test
    void factorsAreUniform() {
        Dataset dataset = open(Map.of());
        int[] rows = dataset.rows().orElseThrow();
        for (int factor = 0; factor < FACTORS; factor++) {
            int size = dataset.factors().size(factor);
            int[] counts = new int[size];
            for (int n = factor; n < rows.length; n += FACTORS) {
                counts[rows[n]]++;
            }
            double p = 1.0 / size;
            for (int count : counts) {
                assertEquals(p, count / 20_000.0, 5 * Math.sqrt(p * (1 - p) / 20_000));
            }
        }
    }

    @Test
    void splitsAreTheWholeCorpusWithOneVocabulary() {
        List<List<String>> parts = new ArrayList<>();
        int sentences = 0;
        for (String split : List.of("train", "validation", "test")) {
            Dataset part = open(Map.of("split", split));
            parts.add(ObservationPart.of(part).get(0).words());
            sentences += part.rows().orElseThrow().length / FACTORS;
        }
        assertEquals(20_000, sentences);
        assertEquals(1, new HashSet<>(parts).size());
    }

    @Test
    void theCorpusComesFromItsSeed() {
        assertEquals(Corpus.of(Map.of("sentences", 100)).sentences, Corpus.of(Map.of("sentences", 100)).sentences);
        assertFalse(Corpus.of(Map.of("sentences", 100)).sentences
                .equals(Corpus.of(Map.of("sentences", 100, "seed", 1)).sentences));
        assertArrayEquals(open(Map.of()).rows().orElseThrow(), open(Map.of()).rows().orElseThrow());
    }
}
