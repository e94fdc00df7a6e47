package org.distaff.datasets.templates;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;

/** Contributes {@code template-text}. */
public final class TemplateTextProvider implements DatasetProvider {

    @Override
    public Description describe() {
        return Description.of("template-text", "Template text")
                .summary("English sentences of a small grammar with known topic, sentiment, tense and number")
                .help("""
                        Factors, drawn uniformly and independently: topic 8, sentiment 2, tense 3, number 2. A sentence \
                        follows one of four templates with equal chances; its words are drawn uniformly from those that \
                        fit. Agents, verbs, objects and places belong to one topic each; determiner, agent and verb agree \
                        in number; the verb and a phrase of time (in three of four templates) tell the tense; an adjective \
                        or adverb tells the sentiment, which in one of the templates may be a negated opposite.

                        Observations are 16 token ids: 0 pads, 1 is unused, 2 ends the sentence, and words have ids from 3, \
                        the most frequent first; the vocabulary is that of the whole corpus, about 410 words. A data set \
                        like it, with factors known, is what disentanglement metrics need and reviews or newspapers lack; \
                        it stands in for the corpora of the papers and is none of them.""")
                .reference("Pang, Nijkamp, Han, Wu, Generative Text Modeling through Short Run Inference, EACL 2021, §4")
                .reference("Hu, Yang, Liang, Salakhutdinov, Xing, Toward Controlled Generation of Text, ICML 2017, §4, for "
                        + "sentiment and tense as factors of text")
                .parameter(Parameter.integer("sentences", 20_000).range(10, 1_000_000)
                        .meaning("sentences of the whole corpus"))
                .parameter(Parameter.real("negation", 0.1).range(0, 1)
                        .meaning("chance that a judgement is the negation of its opposite"))
                .parameter(Parameter.choice("split", "all", "train", "validation", "test")
                        .meaning("all, the first 80 %, the next 10 % or the last 10 %"))
                .parameter(Parameter.integer("seed", 0).meaning("seed of the corpus"));
    }

    @Override
    public Dataset open(Parameters parameters) {
        int sentences = parameters.integer("sentences");
        int train = (int) (sentences * 8L / 10);
        int validation = (int) (sentences * 9L / 10);
        String split = parameters.text("split");
        int from = switch (split) {
            case "validation" -> train;
            case "test" -> validation;
            default -> 0;
        };
        int to = switch (split) {
            case "train" -> train;
            case "validation" -> validation;
            default -> sentences;
        };
        if (from == to) {
            throw Problem.input("The " + split + " split of " + sentences + " sentences is empty; ask for more.");
        }
        return TemplateText.open(sentences, from, to, parameters.real("negation"), parameters.integer("seed"),
                "template-text/1/" + parameters);
    }
}
