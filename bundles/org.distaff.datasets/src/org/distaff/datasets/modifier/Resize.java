package org.distaff.datasets.modifier;

import java.nio.FloatBuffer;
import java.util.random.RandomGenerator;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetModifier;
import org.distaff.core.data.ObservationKind;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;

/** Resamples images and fields to another size. */
public final class Resize implements DatasetModifier {

    @Override
    public Description describe() {
        return Description.of("resize", "Resize")
                .summary("Observations of another height and width")
                .help("""
                        area: each new pixel is the mean of the rectangle it covers, which is right for making images \
                        smaller. bilinear: interpolates at the pixels' centres, without a low-pass filter, which is \
                        right for making them larger. A constant image stays constant.""")
                .reference("Parker, Kenyon, Troxel, Comparison of Interpolating Methods for Image Resampling, IEEE "
                        + "Transactions on Medical Imaging, 1983")
                .parameter(Parameter.integer("height", 64).range(1, 4096).meaning("new height in pixels"))
                .parameter(Parameter.integer("width", 64).range(1, 4096).meaning("new width in pixels"))
                .parameter(Parameter.choice("method", "area", "bilinear").meaning("how values are resampled"));
    }

    @Override
    public Dataset modify(Dataset dataset, Parameters parameters) {
        ObservationShape from = dataset.observation();
        boolean picture = dataset.kind() == ObservationKind.IMAGE
                || dataset.kind() == ObservationKind.VECTOR && from.height() > 1 && from.width() > 1;
        if (!picture) {
            throw Problem.input("'resize' needs images or fields, and these observations are " + from
                    + " values of another kind; leave it out.");
        }
        ObservationShape to = new ObservationShape(from.channels(), parameters.integer("height"),
                parameters.integer("width"));
        boolean area = parameters.text("method").equals("area");
        AxisWeights rows = axis(area, from.height(), to.height());
        AxisWeights columns = axis(area, from.width(), to.width());
        return new ChangedObservations(dataset, this, parameters) {
            @Override
            public ObservationShape observation() {
                return to;
            }

            @Override
            void change(float[] values, RandomGenerator nuisance, FloatBuffer target) {
                float[] resized = new float[to.values()];
                for (int c = 0; c < to.channels(); c++) {
                    AxisWeights.resample(values, c * from.height() * from.width(), from.width(), rows, columns, resized,
                            c * to.height() * to.width());
                }
                target.put(resized);
            }
        };
    }

    private static AxisWeights axis(boolean area, int from, int to) {
        return area ? AxisWeights.area(from, to) : AxisWeights.bilinear(from, 0, from, to);
    }
}
