package org.distaff.datasets.own;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.data.ObservationKind;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.datasets.file.FileBytes;
import org.distaff.datasets.file.ListedDataset;
import org.distaff.datasets.file.ListedFactors;
import org.distaff.datasets.file.table.AnnData;
import org.distaff.datasets.file.table.CountMatrix;
import org.distaff.datasets.file.table.MatrixMarket;
import org.distaff.datasets.file.table.TextColumns;

/** Contributes {@code counts-file}. */
public final class CountsFileProvider implements DatasetProvider {

    private static final String ID = "counts-file";

    @Override
    public Description describe() {
        return Description.of(ID, "Own counts")
                .summary("Counts of your own AnnData (.h5ad) or MatrixMarket (.mtx, .mtx.gz) file, such as single cells'")
                .help("""
                        Of an AnnData file X is read, dense or sparse, and the categorical columns of obs are the factors, \
                        unless a table is named. A MatrixMarket file has no factors of its own; 10x Genomics writes cells \
                        as columns, scipy.io.mmwrite of AnnData's X writes them as rows. At most 134 million counts that \
                        are not 0.""")
                .reference("Virshup, Rybakov, Theis, Angerer, Wolf, anndata: Access and store annotated data matrices, "
                        + "Journal of Open Source Software 9, 2024")
                .reference("Boisvert, Pozo, Remington, The Matrix Market Exchange Formats: Initial Design, NISTIR 5935, 1996")
                .parameter(OwnFiles.named("file", "the .h5ad, .mtx or .mtx.gz file"))
                .parameter(OwnFiles.TABLE).parameter(OwnFiles.FACTORS)
                .parameter(Parameter.choice("cells", "columns", "rows")
                        .meaning("whether a column or a row of a MatrixMarket file is an observation"));
    }

    @Override
    public Dataset open(Parameters parameters) {
        Path file = OwnFiles.path(parameters, "file", ID);
        try {
            FileBytes bytes = FileBytes.open(file);
            Optional<TextColumns> table = OwnFiles.table(parameters);
            CountMatrix counts;
            ListedFactors factors;
            if (file.toString().endsWith(".h5ad")) {
                AnnData data = AnnData.read(bytes, table.isPresent() ? List.of() : OwnFiles.factors(parameters));
                counts = data.counts();
                factors = table.isPresent() ? OwnFiles.listed(table, parameters, "", counts.count())
                        : data.columns().listed(counts.count());
            } else {
                counts = MatrixMarket.read(bytes, parameters.text("cells").equals("columns"));
                factors = OwnFiles.listed(table, parameters, "", counts.count());
            }
            return new ListedDataset(counts, factors, ObservationKind.COUNTS, ID + "/1/" + parameters.text("cells") + "/"
                    + OwnFiles.factors(parameters) + "/" + OwnFiles.digest(file, parameters));
        } catch (IOException e) {
            throw OwnFiles.unreadable(file, e);
        }
    }
}
