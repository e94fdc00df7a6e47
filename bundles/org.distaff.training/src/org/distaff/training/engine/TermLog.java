package org.distaff.training.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Terms of the last steps, kept where they were computed and fetched together: reading each at once would make a GPU
 * wait in every step.
 */
final class TermLog implements AutoCloseable {

    /** The terms of one step: [terms] or [terms, models]. */
    private record Entry(long step, List<String> names, Tensor values) {
    }

    /** Terms of one step that have been fetched: name → one value per model. */
    record Row(long step, Map<String, double[]> terms) {
    }

    private final int models;
    private final List<Entry> entries = new ArrayList<>();

    TermLog(int models) {
        this.models = models;
    }

    /** Called inside the step's scope. */
    void add(long step, Map<String, Tensor> terms) {
        if (terms.isEmpty()) {
            return;
        }
        TensorVector parts = new TensorVector(terms.values().stream().map(Tensor::detach).toArray(Tensor[]::new));
        Tensor values = torch.stack(parts);
        values.retainReference(); // outlives the step, until it is fetched
        entries.add(new Entry(step, List.copyOf(terms.keySet()), values));
    }

    /** Fetches and forgets. */
    List<Row> fetch() {
        List<Row> rows = new ArrayList<>();
        for (Entry entry : entries) {
            try (PointerScope scope = new PointerScope()) {
                Tensor here = entry.values().cpu().to(torch.ScalarType.Float).contiguous();
                float[] values = new float[entry.names().size() * models];
                new FloatPointer(here.data_ptr()).get(values);
                Map<String, double[]> terms = new LinkedHashMap<>();
                for (int t = 0; t < entry.names().size(); t++) {
                    double[] each = new double[models];
                    for (int m = 0; m < models; m++) {
                        each[m] = values[t * models + m];
                    }
                    terms.put(entry.names().get(t), each);
                }
                rows.add(new Row(entry.step(), terms));
            }
        }
        close();
        return rows;
    }

    @Override
    public void close() {
        entries.forEach(entry -> entry.values().close());
        entries.clear();
    }
}
