package org.distaff.training.tests;


import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.distaff.models.moment.DipVaeOne;
import org.distaff.models.moment.DipVaeTwo;
import org.distaff.models.regulariser.MomentPenalty;
import org.distaff.models.regulariser.TotalCorrelation;
import org.distaff.models.tc.BetaTcVae;
import org.distaff.models.tc.Discriminator;
import org.distaff.models.tc.FactorVaeObjective;
import org.distaff.models.vae.AnnealedVae;
import org.distaff.models.vae.BetaVae;
import org.distaff.models.vae.Vae;
import org.distaff.models.vae.VaeLoss;
import org.distaff.models.vae.VaeObjective;
import org.distaff.training.engine.LibTorch;
import org.distaff.training.network.Activation.Function;
import org.distaff.training.objective.Batch;
import org.distaff.training.objective.Setting;
import org.distaff.training.optimiser.Adam;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;


/**
 * The first 20 losses of each method, for equal weights, observations and noise, against an independent implementation:
 * golden/trajectories.py, written from the papers in PyTorch and run in float64 with PyTorch 1.13. Here everything is
 * float32, which over so few steps differs by rounding alone: a relative 1e-5 is some hundred units in the last place.
 */
class TrajectoriesTest {

    @TempDir
    private static Path folder;

    private static Trajectories golden;

    @BeforeAll
    static void load() throws IOException {
        LibTorch.load(1);
        golden = Trajectories.load("trajectories", folder);
    }

    private record Method(String name, VaeLoss loss) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Method> methods() {
        Setting tc = Setting.of(6);
        return Stream.of(new Method("beta-vae", BetaVae.loss(Setting.of(4))),
                new Method("annealed-vae", AnnealedVae.loss(Setting.of(1000),
                        Setting.of(5).times(step -> Math.min(1, (step - 1) / 10.0)))),
                new Method("beta-tcvae/batch", BetaTcVae.loss(tc, TotalCorrelation.DLIB, 1000)),
                new Method("beta-tcvae/mws", BetaTcVae.loss(tc, TotalCorrelation.MWS, 1000)),
                new Method("beta-tcvae/mss-released", BetaTcVae.loss(tc, TotalCorrelation.MSS_RELEASED, 1000)),
                new Method("beta-tcvae/mss", BetaTcVae.loss(tc, TotalCorrelation.MSS, 1000)),
                new Method("dip-vae-i", new DipVaeOne().loss(new MomentPenalty(5, 50))),
                new Method("dip-vae-ii", new DipVaeTwo().loss(new MomentPenalty(5, 5))));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void theFirstLossesAgree(Method method) {
        try (Vae vae = golden.vae()) {
            golden.assertTrajectory(method.name,
                    Trajectories.run(new VaeObjective(vae, new Adam(1e-3), method.loss), TrajectoriesTest::batch),
                    "loss");
        }
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(booleans = {false, true})
    void factorVaeAndItsDiscriminatorAgree(boolean second) {
        try (Vae vae = golden.vae(); Discriminator discriminator = new Discriminator(golden.network("discriminator",
                new int[] {5}, Trajectories.dense(5, 16, Function.LEAKY_RELU),
                Trajectories.dense(16, 16, Function.LEAKY_RELU), Trajectories.dense(16, 2, null)))) {
            BiFunction<Tensor, Long, Tensor> shuffle = (codes, step) -> torch.gather(codes, 0, permutation(step));
            var found = Trajectories.run(new FactorVaeObjective(vae, discriminator, Setting.of(10),
                    new Adam(1e-3), new Adam(1e-4, 0.5, 0.9, 1e-8), second, shuffle, Optional.empty()),
                    TrajectoriesTest::batch);
            String name = second ? "factor-vae/second-batch" : "factor-vae/same-batch";
            golden.assertTrajectory(name, found, "loss");
            golden.assertTrajectory(name, found, "discriminator");
        }
    }

    private static Batch batch(int t) {
        return new Batch(t + 1, Map.of("observations", images("observations", t), "second", images("observations2", t),
                "noise", golden.part("noise", t, 16, 5), "second-noise", golden.part("noise2", t, 16, 5)));
    }

    private static Tensor images(String name, int t) {
        return golden.part(name, t, 16, 1, 8, 8);
    }

    private static Tensor permutation(long step) {
        double[] values = golden.arrays().get("permutations").values();
        long[] rows = new long[16 * 5];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (long) values[(int) (step - 1) * rows.length + i];
        }
        return AbstractTensor.create(rows, 16, 5);
    }
}
