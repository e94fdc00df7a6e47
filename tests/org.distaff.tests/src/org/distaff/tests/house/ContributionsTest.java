package org.distaff.tests.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.distaff.core.describe.Described;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.registry.Contributions;
import org.distaff.core.registry.ExtensionContributions;
import org.eclipse.core.runtime.RegistryFactory;
import org.junit.jupiter.api.Test;

/** What ships is contributed through the extension points, describes itself fully, and its defaults are valid. */
class ContributionsTest {

    private static final ExtensionContributions.Result READ =
            ExtensionContributions.read(RegistryFactory.getRegistry());

    @Test
    void everyContributionCanBeUsed() {
        assertEquals(List.of(), READ.problems());
    }

    @Test
    void theFirstOnesAreThere() {
        Contributions all = READ.contributions();
        assertTrue(ids(all.datasets()).containsAll(List.of("sprites", "rooms", "turntable", "pendulum",
                "flow", "circuit", "tcl", "darcy", "raven")));
        assertTrue(ids(all.metrics()).containsAll(
                List.of("mig", "dci", "factor-vae-score", "modularity-explicitness")));
        assertTrue(ids(all.comparisons()).containsAll(List.of("udr", "model-centrality")));
        assertTrue(ids(all.launchers()).contains("local"));
        assertTrue(ids(all.commands()).containsAll(List.of("run", "plan", "status", "report", "evaluate", "score",
                "encode", "traverse", "inspect", "list")));
    }

    @Test
    void descriptionsAreComplete() {
        for (Described contribution : everything()) {
            Description description = contribution.describe();
            String id = description.id();
            assertFalse(description.name().isBlank(), id);
            assertFalse(description.summary().isBlank() || description.summary().endsWith("."), id + ": summary");
            for (Parameter parameter : description.parameters()) {
                assertFalse(parameter.meaning().isBlank(), id + ": parameter " + parameter.name());
                assertTrue(parameter.name().matches("[a-z][a-zA-Z0-9]*"), id + ": parameter " + parameter.name());
            }
            if (description.parameters().stream().noneMatch(Parameter::required)) {
                Parameters.of(contribution, Parameters.defaults(contribution).values()); // throws when out of range
            }
        }
    }

    @Test
    void scientificContributionsCiteTheirPaper() {
        List<Described> scientific = new ArrayList<>(READ.contributions().metrics());
        scientific.addAll(READ.contributions().comparisons());
        scientific.addAll(READ.contributions().models());
        scientific.addAll(READ.contributions().datasets());
        for (Described contribution : scientific) {
            List<String> references = contribution.describe().references();
            assertTrue(references.stream().anyMatch(r -> r.matches("(?s).*(19|20)\\d\\d.*")),
                    contribution.describe().id() + " cites no paper with a year");
        }
    }

    @Test
    void aStudyCanTellComparisonsFromMetrics() {
        List<String> comparisons = ids(READ.contributions().comparisons());
        assertTrue(ids(READ.contributions().metrics()).stream().noneMatch(comparisons::contains),
                "both stand in one list of a study, so an id means one of them");
    }

    private static List<Described> everything() {
        Contributions all = READ.contributions();
        List<Described> list = new ArrayList<>(all.datasets());
        list.addAll(all.models());
        list.addAll(all.metrics());
        list.addAll(all.comparisons());
        list.addAll(all.launchers());
        list.addAll(all.commands());
        return list;
    }

    private static List<String> ids(List<? extends Described> contributions) {
        return contributions.stream().map(c -> c.describe().id()).toList();
    }
}
