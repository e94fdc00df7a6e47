package org.distaff.training.engine;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.distaff.core.failure.Problem;
import org.distaff.core.model.TrainingContext;

/** The models that train together: their curves, and which have failed. One that fails leaves the others alone. */
final class Members implements Saved {

    private final List<TrainingContext> contexts;
    private final List<Curves> curves;
    private final String[] failures;

    Members(List<TrainingContext> contexts) {
        this.contexts = List.copyOf(contexts);
        this.curves = contexts.stream().map(context -> new Curves(context.settings().steps())).toList();
        this.failures = new String[contexts.size()];
    }

    boolean endsRow(long step) {
        return curves.get(0).endsRow(step);
    }

    /** Takes the terms of a step into the curves. */
    void add(TermLog.Row row, Iterable<TensorNetwork> networks) {
        for (int m = 0; m < failures.length; m++) {
            if (failures[m] != null) {
                continue;
            }
            for (Map.Entry<String, double[]> term : row.terms().entrySet()) {
                double value = term.getValue()[m];
                if (!Double.isFinite(value)) {
                    fail(m, row.step(), term.getKey() + " is " + value + broken(m, networks).map(w -> " and " + w)
                            .orElse(""));
                    break;
                }
                curves.get(m).add(term.getKey(), value);
            }
            curves.get(m).endStep(row.step());
        }
    }

    /** Looks at the weights: the last update is followed by no loss that would tell. */
    void checkWeights(long step, Iterable<TensorNetwork> networks) {
        for (int m = 0; m < failures.length; m++) {
            if (failures[m] == null) {
                Optional<String> what = broken(m, networks);
                if (what.isPresent()) {
                    fail(m, step, what.get());
                }
            }
        }
    }

    private static Optional<String> broken(int model, Iterable<TensorNetwork> networks) {
        for (TensorNetwork network : networks) {
            Optional<String> what = network.notFinite(model);
            if (what.isPresent()) {
                return what;
            }
        }
        return Optional.empty();
    }

    private void fail(int model, long step, String what) {
        failures[model] = "Training diverged at step " + step + ": " + what
                + "; use a smaller learning rate or weaker regularisation.";
    }

    /** Whether any model goes on. */
    boolean anyLeft() {
        return Arrays.stream(failures).anyMatch(Objects::isNull);
    }

    /** What stopped each model, if anything did. */
    List<Optional<Problem>> problems() {
        List<Optional<Problem>> problems = new ArrayList<>();
        for (String failure : failures) {
            problems.add(Optional.ofNullable(failure).map(Problem::never));
        }
        return problems;
    }

    /** Writes training.csv of those who did not fail. */
    void write() throws IOException {
        for (int m = 0; m < failures.length; m++) {
            if (failures[m] == null) {
                curves.get(m).write(contexts.get(m).folder().resolve("training.csv"));
            }
        }
    }

    @Override
    public void save(DataOutputStream out) throws IOException {
        for (int m = 0; m < failures.length; m++) {
            out.writeUTF(failures[m] == null ? "" : failures[m]);
            curves.get(m).save(out);
        }
    }

    @Override
    public void load(DataInputStream in) throws IOException {
        for (int m = 0; m < failures.length; m++) {
            String failure = in.readUTF();
            failures[m] = failure.isEmpty() ? null : failure;
            curves.get(m).load(in);
        }
    }
}
