package org.distaff.training.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.random.RandomStreams;
import org.distaff.models.guided.Attribute;
import org.distaff.models.guided.AttributeClassifier;
import org.distaff.models.guided.GuidedObjective;
import org.distaff.models.guided.LightDecoder;
import org.distaff.models.guided.SupervisedGuidance;
import org.distaff.models.moment.DipVaeOne;
import org.distaff.models.moment.DipVaeTwo;
import org.distaff.models.regulariser.FactorisedSupport.Matching;
import org.distaff.models.regulariser.MomentPenalty;
import org.distaff.models.regulariser.TotalCorrelation;
import org.distaff.models.support.HausdorffLoss;
import org.distaff.models.support.SupportPenalty;
import org.distaff.models.support.SupportPenalty.Recombinations;
import org.distaff.models.tc.BetaTcVae;
import org.distaff.models.tc.Discriminator;
import org.distaff.models.tc.FactorVaeObjective;
import org.distaff.models.tc.Shuffle;
import org.distaff.models.vae.AnnealedVae;
import org.distaff.models.vae.BetaVae;
import org.distaff.models.vae.Supervision;
import org.distaff.models.vae.Vae;
import org.distaff.models.vae.VaeLoss;
import org.distaff.models.vae.VaeObjective;
import org.distaff.models.weak.PairObjective;
import org.distaff.models.weak.SharedLatents;
import org.distaff.training.engine.LibTorch;
import org.distaff.training.engine.TensorNetwork;
import org.distaff.training.network.Initialiser;
import org.distaff.training.network.Network;
import org.distaff.training.objective.Batch;
import org.distaff.training.objective.Objective;
import org.distaff.training.objective.Player;
import org.distaff.training.objective.Setting;
import org.distaff.training.objective.Terms;
import org.distaff.training.objective.Turn;
import org.distaff.training.optimiser.Adam;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole objectives in float64: what each player's networks are moved by, turn for turn, against differences. */
class ObjectiveGradientTest {

    private static final int B = 5;
    private static final int D = 3;
    private static final ObservationShape SHAPE = new ObservationShape(1, 4, 4);
    private static final Adam ADAM = new Adam(1e-3);
    private static final Setting TWO = Setting.of(2);
    private static final Setting NONE = Setting.of(0);

    @BeforeAll
    static void load() {
        LibTorch.load(1);
    }

    private record Case(String name, Function<Vae, Objective> objective) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> objectives() {
        Stream<Case> estimators = Stream.of(TotalCorrelation.values()).map(e -> plain("beta-tcvae " + e.id(),
                BetaTcVae.loss(Setting.of(6), e, 1000)));
        Stream<Case> supervisions = Stream.of(Supervision.Kind.values()).map(kind -> new Case("labels " + kind,
                vae -> new VaeObjective(vae, ADAM, BetaVae.loss(TWO), Optional.of(labels(kind)))));
        Stream<Case> pairs = Stream.of(SharedLatents.values()).map(sharing -> new Case("pairs " + sharing,
                vae -> new PairObjective(vae, ADAM, sharing, TWO)));
        Stream<Case> supports = Stream.of(Matching.HARD, Matching.HARD_MEAN, Matching.SOFT_SINGLE_MIN,
                Matching.SOFT_FULL_MAX).flatMap(m -> Stream.of(Recombinations.values())
                        .map(r -> plain("hfs " + m + " " + r, support(m, r, false))));
        Stream<Case> others = Stream.of(plain("beta-vae", BetaVae.loss(Setting.of(3))),
                plain("annealed-vae below its capacity", AnnealedVae.loss(Setting.of(10), Setting.of(100))),
                plain("annealed-vae above it", AnnealedVae.loss(Setting.of(10), Setting.of(0.01))),
                plain("dip-vae-i", new DipVaeOne().loss(new MomentPenalty(5, 50))),
                plain("dip-vae-ii", new DipVaeTwo().loss(new MomentPenalty(5, 5))),
                plain("hfs with variance", support(Matching.HARD, Recombinations.FULL, true)),
                new Case("factor-vae same", vae -> factor(vae, false, Optional.empty())),
                new Case("factor-vae second", vae -> factor(vae, true, Optional.empty())),
                new Case("factor-vae labels", vae -> factor(vae, false, Optional.of(labels(Supervision.Kind.L2)))),
                new Case("guided-vae absolute", vae -> guided(vae, false)),
                new Case("guided-vae squared", vae -> guided(vae, true)),
                new Case("guided-vae-supervised one", vae -> supervised(vae, false)),
                new Case("guided-vae-supervised two", vae -> supervised(vae, true)));
        return Stream.of(others, estimators, supervisions, pairs, supports).flatMap(s -> s);
    }

    private static Case plain(String name, VaeLoss loss) {
        return new Case(name, vae -> new VaeObjective(vae, ADAM, loss));
    }

    private static Supervision labels(Supervision.Kind kind) {
        return new Supervision(kind, Setting.of(16), B, List.of(3, 4));
    }

    private static HausdorffLoss support(Matching matching, Recombinations recombinations, boolean variance) {
        return new HausdorffLoss(new HausdorffLoss.Weights(TWO, Setting.of(10), Setting.of(6), TWO),
                new SupportPenalty(matching, 1, 1, recombinations, 2, List.of(1L)), TotalCorrelation.DLIB, 1000,
                variance);
    }

    private static Objective factor(Vae vae, boolean second, Optional<Supervision> labels) {
        Network network = Discriminator.network(D, 2, 7);
        Discriminator wide = new Discriminator(TensorNetwork.of(network, Initialiser.PYTORCH_DEFAULT.draw(network,
                RandomStreams.derive(1, "weights/discriminator")), torch.ScalarType.Double));
        return new FactorVaeObjective(vae, wide, Setting.of(10), ADAM, ADAM, second, new Shuffle(List.of(1L))::of,
                labels);
    }

    private static Objective guided(Vae vae, boolean squared) {
        LightDecoder light = LightDecoder.create(SHAPE, D, Initialiser.PYTORCH_DEFAULT, true, 1,
                torch.ScalarType.Double);
        return new GuidedObjective(vae, light, ADAM, Setting.of(0.5), TWO, squared);
    }

    private static Objective supervised(Vae vae, boolean separate) {
        return new SupervisedGuidance(new SupervisedGuidance.Parts(vae, classifier("exciter", 1),
                classifier("adversary", D - 1)), new Attribute(1, Attribute.UPPER_HALF, 4), TWO,
                new SupervisedGuidance.Optimisers(ADAM, ADAM), B, separate);
    }

    private static AttributeClassifier classifier(String name, int latents) {
        return AttributeClassifier.create(name, latents, Initialiser.PYTORCH_DEFAULT, 1, torch.ScalarType.Double);
    }

    @ParameterizedTest
    @MethodSource("objectives")
    void whatMovesIsTheDerivative(Case given) {
        try (Vae vae = Vae.create(SmallNetworks.smooth(D), Initialiser.PYTORCH_DEFAULT, 3, torch.ScalarType.Double);
                PointerScope scope = new PointerScope()) {
            Objective objective = given.objective.apply(vae);
            Batch batch = batch();
            Map<String, Player> players = new TreeMap<>();
            objective.players().forEach(player -> players.put(player.name(), player));
            for (Turn turn : objective.turns()) {
                for (String name : turn.players()) {
                    Player player = players.get(name);
                    String term = turn.loss().orElse(player.loss());
                    List<Tensor> moved = player.networks().stream().flatMap(n -> n.parameters().stream()).toList();
                    // losses are below 1e3: rounding 1e-13 / 1e-5 = 1e-8; third derivatives below 1e4 of a derivative
                    int found = Differences.check(moved,
                            () -> objective.evaluate(turn.name(), batch).term(term), 20, 1e-6);
                    assertTrue(found > 30, "only " + found + " derivatives of " + term + " are not 0");
                }
                Terms last = objective.evaluate(turn.name(), batch); // leaves to later turns what it keeps for them
                assertTrue(last.parts().values().stream().allMatch(t -> t.dim() == 0), "terms are scalars");
            }
            players.values().stream().flatMap(p -> p.networks().stream()).filter(n -> !vae.networks().contains(n))
                    .forEach(TensorNetwork::close);
        }
    }

    /** The parts that any of the objectives needs, at step 7. */
    private static Batch batch() {
        RandomGenerator random = RandomStreams.derive(3, "batch");
        Map<String, Tensor> parts = new TreeMap<>();
        for (String images : List.of("observations", "second", "partners", "labelled")) {
            parts.put(images, AbstractTensor.create(random.doubles(B * 16).toArray(), B, 1, 4, 4));
        }
        for (String noise : List.of("noise", "second-noise", "partner-noise", "labelled-noise", "inhibition-noise")) {
            parts.put(noise, AbstractTensor.create(random.doubles(B * D, -1, 1).toArray(), B, D));
        }
        parts.put("labels", AbstractTensor.create(new long[] {0, 3, 1, 0, 2, 1, 0, 2, 1, 3}, B, 2));
        return new Batch(7, parts);
    }
}
