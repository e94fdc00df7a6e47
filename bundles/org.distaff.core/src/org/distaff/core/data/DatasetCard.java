package org.distaff.core.data;

import java.util.List;

/**
 * What there is to know about a published data set before its files are here.
 *
 * @param factors      the factors in order; the ones it has with default parameters
 * @param observation  shape of one observation
 * @param observations how many there are
 * @param homepage     where its authors describe it
 * @param licence      licence of the data, or what is known about it
 * @param citation     BibTeX entry
 * @param alternatives sets of files, each of which is enough; the preferred set first
 * @param notes        sentences about what surprises in the data
 */
public record DatasetCard(FactorSpace factors, ObservationShape observation, long observations, String homepage,
        String licence, String citation, List<List<DatasetFile>> alternatives, List<String> notes) {

    public DatasetCard {
        alternatives = alternatives.stream().map(List::copyOf).toList();
        notes = List.copyOf(notes);
    }
}
