package org.distaff.training.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameters;
import org.distaff.core.describe.Preset;
import org.distaff.core.model.Model;
import org.distaff.core.model.TrainingContext;
import org.distaff.core.model.TrainingSettings;
import org.distaff.core.progress.Progress;
import org.distaff.models.guided.GuidedVae;
import org.distaff.models.guided.GuidedVaeSupervised;
import org.distaff.models.moment.DipVaeOne;
import org.distaff.models.moment.DipVaeTwo;
import org.distaff.models.support.HausdorffVae;
import org.distaff.models.tc.BetaTcVae;
import org.distaff.models.tc.FactorVae;
import org.distaff.models.vae.AnnealedVae;
import org.distaff.models.vae.BetaVae;
import org.distaff.models.vae.PlainVae;
import org.distaff.models.vae.Vae;
import org.distaff.models.vae.VaeNetworks;
import org.distaff.models.vae.VaeObjective;
import org.distaff.models.weak.AdaGroupVae;
import org.distaff.models.weak.AdaMultiLevelVae;
import org.distaff.training.engine.Trainer;
import org.distaff.training.network.Initialiser;
import org.distaff.training.objective.Setting;
import org.distaff.training.optimiser.Adagrad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The settings of papers can be asked for. */
class PresetsTest {

    static List<Model> models() {
        return List.of(new PlainVae(), new BetaVae(), new AnnealedVae(), new FactorVae(), new BetaTcVae(), new DipVaeOne(),
                new DipVaeTwo(), new HausdorffVae(), new GuidedVae(), new GuidedVaeSupervised(), new AdaGroupVae(),
                new AdaMultiLevelVae());
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyMethodHasItsPapersSettingsInItsRanges(Model model) {
        Description description = model.describe();
        assertTrue(!description.presets().isEmpty(), description.id());
        Set<String> names = new HashSet<>();
        for (Preset preset : description.presets()) {
            assertTrue(names.add(preset.name()), preset.name() + " stands there twice");
            assertTrue(Stream.concat(preset.fixed().keySet().stream(), preset.grid().keySet().stream()).distinct().count()
                    == preset.fixed().size() + preset.grid().size(), preset.name() + " says something twice");
            Parameters.of(model, preset.fixed()); // throws what it cannot take
            preset.grid().forEach((name, values) -> values.forEach(value -> Parameters.of(model, Map.of(name, value))));
            Parameters.bind(TrainingSettings.PARAMETERS, preset.training(), preset.name());
        }
    }

    /** Locatello et al., ICML 2019, appendix, table 2: six values for each of six methods. */
    @ParameterizedTest
    @MethodSource("models")
    void theComparisonOfSixMethodsHasSixSettingsEach(Model model) {
        model.describe().presets().stream().filter(preset -> preset.name().equals("locatello-2019"))
                .filter(preset -> !model.describe().id().equals("vae")).forEach(preset -> {
                    assertEquals(1, preset.grid().size());
                    assertEquals(6, preset.grid().values().iterator().next().size());
                });
    }

    @Test
    void theOptimiserIsTheOneAskedFor(@TempDir Path folder) throws IOException {
        TrainingSettings settings = new TrainingSettings(5, 4, 1e-2);
        Map<String, Object> asked = Map.of("network", "small-mlp", "latents", 2, "optimiser", "adagrad");
        Runs.train(new BetaVae(), asked, new Squares(1, 16), settings, 3, folder.resolve("asked"), Progress.NONE);
        TrainingContext context = Runs.context(new BetaVae(), asked, new Squares(1, 16), settings, 3,
                Files.createDirectories(folder.resolve("made")), "cpu", Progress.NONE);
        VaeNetworks networks = VaeNetworks.of("small-mlp", context.dataset().observation(), 2);
        try (Vae vae = Vae.create(networks, Initialiser.GLOROT_UNIFORM, 3)) {
            Trainer.train(context, new VaeObjective(vae, new Adagrad(1e-2), BetaVae.loss(Setting.of(4))), "made");
        }
        String curves = "training.csv";
        assertEquals(Files.readString(folder.resolve("made").resolve(curves)),
                Files.readString(folder.resolve("asked").resolve(curves)));
    }
}
