package org.distaff.datasets.own;

import java.io.IOException;
import java.nio.file.Path;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.data.ObservationKind;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.datasets.file.FileBytes;
import org.distaff.datasets.file.ListedDataset;
import org.distaff.datasets.file.text.TokenTable;

/** Contributes {@code text-file}. */
public final class TextFileProvider implements DatasetProvider {

    private static final String ID = "text-file";

    @Override
    public Description describe() {
        return Description.of(ID, "Own text")
                .summary("Lines of your own text file as tokens, with a table of factors if you have one")
                .help("""
                        Each line that is not empty is an observation; words are separated by blanks and kept as they are. \
                        Token 0 pads, 1 stands for words outside the vocabulary, 2 ends a line, and words have ids from 3, \
                        the most frequent first. Longer lines are cut. UTF-8 of at most 1 GiB.""")
                .reference("Locatello et al., Challenging Common Assumptions in the Unsupervised Learning of Disentangled "
                        + "Representations, ICML 2019, §2, on what factors of variation are")
                .parameter(OwnFiles.named("file", "text file, a line per observation"))
                .parameter(OwnFiles.TABLE).parameter(OwnFiles.FACTORS)
                .parameter(Parameter.integer("length", 32).range(2, 4096).meaning("tokens of an observation, end included"))
                .parameter(Parameter.integer("vocabulary", 10_000).range(1, 500_000)
                        .meaning("most frequent words that get an id"));
    }

    @Override
    public Dataset open(Parameters parameters) {
        Path file = OwnFiles.path(parameters, "file", ID);
        try {
            TokenTable tokens = TokenTable.read(FileBytes.open(file), parameters.integer("length"),
                    parameters.integer("vocabulary"));
            return new ListedDataset(tokens, OwnFiles.listed(OwnFiles.table(parameters), parameters, "", tokens.count()),
                    ObservationKind.TOKENS, ID + "/1/" + tokens.length() + "/" + parameters.integer("vocabulary") + "/"
                            + OwnFiles.factors(parameters) + "/" + OwnFiles.digest(file, parameters));
        } catch (IOException e) {
            throw OwnFiles.unreadable(file, e);
        }
    }
}
