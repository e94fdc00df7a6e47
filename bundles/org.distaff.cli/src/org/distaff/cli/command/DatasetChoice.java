package org.distaff.cli.command;

import java.util.LinkedHashMap;
import java.util.Map;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.DatasetProvider;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.Problem;
import org.distaff.core.registry.Contributions;
import org.distaff.study.evaluate.FactorObservations;

/**
 * A contributed data set, opened so that its observations fit an encoder.
 *
 * @param id         its id
 * @param parameters its parameters
 * @param dataset    the data set
 */
public record DatasetChoice(String id, Parameters parameters, Dataset dataset) {

    /** The parameter by which data sets offer observations of several sizes. */
    private static final String RESOLUTION = "resolution";

    /**
     * Opens a data set; its resolution follows the encoder unless it was given.
     *
     * @param given  parameter values the user gave for it
     * @param wanted observations that the encoder takes
     * @throws Problem (input) that names both shapes when the data set has no observations of that shape
     */
    public static DatasetChoice open(String id, Map<String, String> given, ObservationShape wanted,
            Contributions contributions) {
        DatasetProvider provider = contributions.dataset(id);
        Parameters parameters = bind(provider, given);
        Dataset dataset = provider.open(parameters);
        boolean mayScale = !given.containsKey(RESOLUTION) && wanted.height() == wanted.width()
                && provider.describe().parameter(RESOLUTION).isPresent();
        if (!dataset.observation().equals(wanted) && mayScale && offers(provider, wanted.height())) {
            Map<String, String> scaled = new LinkedHashMap<>(given);
            scaled.put(RESOLUTION, String.valueOf(wanted.height()));
            parameters = bind(provider, scaled);
            dataset = provider.open(parameters);
        }
        if (!dataset.observation().equals(wanted)) {
            throw Problem.input("The encoder takes images of " + wanted + " (height×width×channels), but data set '"
                    + id + "' has " + dataset.observation() + "; choose a data set"
                    + (provider.describe().parameter(RESOLUTION).isPresent() ? " or a resolution (--parameters " + id
                            + ".resolution=…)" : "") + " that fits.");
        }
        return new DatasetChoice(id, parameters, dataset);
    }

    /** Opens a data set for an encoder that is told its factors. */
    public static DatasetChoice ofFactors(String id, Map<String, String> given, Contributions contributions) {
        DatasetProvider provider = contributions.dataset(id);
        Parameters parameters = bind(provider, given);
        return new DatasetChoice(id, parameters, new FactorObservations(provider.open(parameters)));
    }

    private static boolean offers(DatasetProvider provider, int resolution) {
        Parameter parameter = provider.describe().parameter(RESOLUTION).orElseThrow();
        return switch (parameter.type()) {
            case INTEGER, REAL -> resolution >= parameter.minimum() && resolution <= parameter.maximum();
            case CHOICE -> parameter.choices().contains(String.valueOf(resolution));
            default -> false;
        };
    }

    /** A data set's parameters, bound to what was given. */
    static Parameters bind(DatasetProvider provider, Map<String, ?> given) {
        return Parameters.bind(provider.describe().parameters(), given,
                "data set '" + provider.describe().id() + "'");
    }

    /** What names the data set in provenance. */
    public Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", id);
        facts.put("parameters", parameters.values());
        facts.put("digest", dataset.digest());
        return facts;
    }
}
