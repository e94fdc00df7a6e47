package org.distaff.training.network;

import java.util.List;

import org.distaff.training.network.Weight.Start;

/**
 * A recurrent layer over [time, in], from a state of zeros; → [time, hidden], or [hidden] after the last time. Gates
 * stand in PyTorch's order: input, forget, cell, output; or reset, update, new.
 *
 * @param cell     the recurrence
 * @param sequence whether every time's state is given, or the last one's
 */
public record Recurrent(Cell cell, int in, int hidden, boolean sequence) implements Layer {

    /** Kinds of recurrence. */
    public enum Cell {
        /** Long short-term memory (Hochreiter and Schmidhuber, Neural Computation 1997; with forget gates). */
        LSTM(4),
        /** Gated recurrent unit (Cho et al., EMNLP 2014), the reset applied after the product as in cuDNN. */
        GRU(3);

        private final int gates;

        Cell(int gates) {
            this.gates = gates;
        }

        public int gates() {
            return gates;
        }
    }

    @Override
    public int[] output(int[] input) {
        Weight.require(input.length == 2 && input[1] == in && input[0] > 0, this, input);
        return sequence ? new int[] {input[0], hidden} : new int[] {hidden};
    }

    /** Input weights [gates·hidden, in], state weights [gates·hidden, hidden], and a bias for each. */
    @Override
    public List<Weight> weights() {
        int rows = cell.gates() * hidden;
        return List.of(Weight.trained("input-weight", Start.RECURRENT, hidden, rows, in),
                Weight.trained("state-weight", Start.RECURRENT, hidden, rows, hidden),
                Weight.trained("input-bias", Start.RECURRENT, hidden, rows),
                Weight.trained("state-bias", Start.RECURRENT, hidden, rows));
    }
}
