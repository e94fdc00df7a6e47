package org.distaff.training.engine;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

import org.distaff.training.optimiser.Plateau;

/** {@link Plateau} at work. */
final class PlateauRun implements Saved {

    private final Plateau settings;
    private double sum;
    private int count;
    private double best = Double.POSITIVE_INFINITY;
    private int waited;
    private double factor = 1;

    PlateauRun(Plateau settings) {
        this.settings = settings;
    }

    /** What the learning rate is multiplied by now. */
    double factor() {
        return factor;
    }

    /** Hears of the loss of one more step. */
    void add(double loss) {
        sum += loss;
        if (++count < settings.window()) {
            return;
        }
        double mean = sum / count;
        sum = 0;
        count = 0;
        if (best == Double.POSITIVE_INFINITY || mean < best - Math.abs(best) * settings.threshold()) {
            best = mean;
            waited = 0;
        } else if (++waited > settings.patience()) {
            factor = Math.max(settings.minimum(), factor * settings.factor());
            waited = 0;
        }
    }

    @Override
    public void save(DataOutputStream out) throws IOException {
        out.writeDouble(sum);
        out.writeInt(count);
        out.writeDouble(best);
        out.writeInt(waited);
        out.writeDouble(factor);
    }

    @Override
    public void load(DataInputStream in) throws IOException {
        sum = in.readDouble();
        count = in.readInt();
        best = in.readDouble();
        waited = in.readInt();
        factor = in.readDouble();
    }
}
