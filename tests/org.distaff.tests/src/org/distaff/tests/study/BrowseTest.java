package org.distaff.tests.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.distaff.core.data.Dataset;
import org.distaff.core.data.Factor;
import org.distaff.core.data.FactorKind;
import org.distaff.core.data.FactorSpace;
import org.distaff.core.data.ObservationKind;
import org.distaff.core.data.ObservationPart;
import org.distaff.core.data.ObservationShape;
import org.distaff.core.data.PartedDataset;
import org.distaff.core.metric.Matrix;
import org.distaff.core.random.RandomStreams;
import org.distaff.plot.figure.ImageGrid;
import org.distaff.plot.figure.Viridis;
import org.distaff.plot.image.Bitmap;
import org.distaff.study.browse.DatasetSheet;
import org.distaff.study.browse.ListedRows;
import org.distaff.study.browse.FactorStatistics;
import org.distaff.study.browse.ObservationPictures;
import org.junit.jupiter.api.Test;

/** Pictures and statistics of a data set whose observations are its factor values. */
class BrowseTest {

    /**
     * Two pixels: a/2 and b/19.
     *
     * @param listed the rows it has, or {@code null} for all
     */
    private record Pixels(ObservationKind kind, int[] listed) implements Dataset {

        @Override
        public FactorSpace factors() {
            return new FactorSpace(List.of(new Factor("a", 3, FactorKind.NOMINAL, List.of("x", "y", "z")),
                    new Factor("b", 20, FactorKind.ORDINAL)));
        }

        @Override
        public ObservationShape observation() {
            return new ObservationShape(1, 1, 2);
        }

        @Override
        public void observe(int[] rows, RandomGenerator nuisance, FloatBuffer target) {
            for (int row = 0; row < rows.length; row += 2) {
                target.put(rows[row] / 2f).put(rows[row + 1] / 19f);
            }
        }

        @Override
        public Optional<int[]> rows() {
            return Optional.ofNullable(listed);
        }

        @Override
        public String digest() {
            return "pixels";
        }
    }

    private static final Dataset IMAGES = new Pixels(ObservationKind.IMAGE, null);

    private static RandomGenerator random() {
        return RandomStreams.derive(1, "browse");
    }

    @Test
    void imagesAreShownAsTheyAre() {
        Bitmap[] pictures = ObservationPictures.of(IMAGES, new int[] {0, 19, 2, 0}, random());
        assertArrayEquals(new int[] {0x000000, 0xFFFFFF}, pictures[0].rgb());
        assertArrayEquals(new int[] {0xFFFFFF, 0x000000}, pictures[1].rgb());
    }

    /** Other kinds are coloured from their smallest value to their largest; a constant one stands in the middle. */
    @Test
    void vectorsAreColoured() {
        Bitmap[] pictures = ObservationPictures.of(new Pixels(ObservationKind.VECTOR, null), new int[] {2, 0, 0, 0}, random());
        assertArrayEquals(new int[] {Viridis.at(1), Viridis.at(0)}, pictures[0].rgb());
        assertArrayEquals(new int[] {Viridis.at(0.5), Viridis.at(0.5)}, pictures[1].rgb());
    }

    /** Parts stand side by side with two grey pixels between them, each as its kind is shown. */
    @Test
    void partsStandSideBySide() {
        ObservationShape pixel = new ObservationShape(1, 1, 1);
        Bitmap picture = ObservationPictures.of(new Parted(List.of(
                new ObservationPart("left", ObservationKind.IMAGE, pixel),
                new ObservationPart("right", ObservationKind.VECTOR, pixel))), new int[] {2, 0}, random())[0];
        assertArrayEquals(new int[] {0xFFFFFF, 0x808080, 0x808080, Viridis.at(0.5)}, picture.rgb());
    }

    /** The words of both observations differ, their pictures have one size; without words there are colours only. */
    @Test
    void tokensAreShownAsWords() {
        List<String> words = List.of("<pad>", "word");
        Dataset text = new Parted(List.of(new ObservationPart("text", ObservationKind.TOKENS, IMAGES.observation(), words)));
        Bitmap[] pictures = ObservationPictures.of(text, new int[] {2, 0, 0, 0}, random());
        assertEquals(pictures[0].height(), pictures[1].height());
        assertEquals(1, Arrays.stream(pictures[1].rgb()).distinct().count(), "nothing but padding");
        assertTrue(Arrays.stream(pictures[0].rgb()).distinct().count() > 1, "a word");
        Dataset numbers = new Parted(List.of(new ObservationPart("text", ObservationKind.TOKENS, IMAGES.observation())));
        assertEquals(2, ObservationPictures.of(numbers, new int[] {2, 0}, random())[0].width());
    }

    /** Pixels with parts. */
    private record Parted(List<ObservationPart> parts) implements PartedDataset {

        @Override
        public FactorSpace factors() {
            return IMAGES.factors();
        }

        @Override
        public ObservationShape observation() {
            return IMAGES.observation();
        }

        @Override
        public void observe(int[] rows, RandomGenerator nuisance, FloatBuffer target) {
            IMAGES.observe(rows, nuisance, target);
        }

        @Override
        public String digest() {
            return "parted";
        }
    }

    /** Of twenty values sixteen are shown, the ends among them. */
    @Test
    void aGridWalksTwoFactors() {
        ImageGrid grid = DatasetSheet.grid(IMAGES, 0, 1, new int[] {1, 1}, "title", random());
        assertEquals(List.of("x", "y", "z"), grid.rows());
        assertEquals(16, grid.columns().size());
        assertEquals("0", grid.columns().get(0));
        assertEquals("19", grid.columns().get(15));
        assertArrayEquals(new int[] {0xFFFFFF, 0xFFFFFF}, grid.images().get(2).get(15).rgb());
    }

    /** Listed rows (0,0), (1,9), (1,0): places without an observation are grey. */
    @Test
    void aListOfObservationsHasEmptyPlaces() {
        Dataset listed = new Pixels(ObservationKind.IMAGE, new int[] {0, 0, 1, 9, 1, 0});
        ImageGrid grid = DatasetSheet.grid(listed, 0, 1, new int[] {0, 0}, "", random());
        assertArrayEquals(new int[] {0x808080, 0x000000}, grid.images().get(1).get(0).rgb()); // a = 1 is half bright
        assertArrayEquals(new int[] {0x808080}, grid.images().get(2).get(0).rgb()); // one pixel: nothing there
    }

    /** 20 values of b in 16 places, 19/15 apart: the second stands at 1 and takes 0.37 to 1.63, so 1 but not 2. */
    @Test
    void aPlaceOfAGridHasWhatIsUpToHalfWayToTheNext() {
        Dataset listed = new Pixels(ObservationKind.IMAGE, new int[] {1, 2, 2, 1, 0, 18});
        ImageGrid grid = DatasetSheet.grid(listed, 0, 1, new int[] {0, 0}, "", random());
        assertEquals("3", grid.columns().get(2));
        assertEquals(1, grid.images().get(1).get(1).width());
        assertEquals(2, grid.images().get(2).get(1).width());
        assertEquals("18", grid.columns().get(14));
        assertEquals(2, grid.images().get(0).get(14).width());
    }

    /** Three of twenty values of b are nearer than another name of a, all of them are not; a listed row is its own. */
    @Test
    void theNearestObservationHasTheSameNames() {
        Dataset listed = new Pixels(ObservationKind.IMAGE, new int[] {0, 10, 1, 10, 1, 14});
        assertArrayEquals(new int[] {1, 14}, ListedRows.nearest(listed, new int[] {1, 17}));
        assertArrayEquals(new int[] {0, 10}, ListedRows.nearest(listed, new int[] {0, 14}));
        assertArrayEquals(new int[] {1, 10}, ListedRows.nearest(listed, new int[] {1, 10}));
        assertArrayEquals(new int[] {2, 5}, ListedRows.nearest(IMAGES, new int[] {2, 5})); // has all
    }

    @Test
    void aSheetIsNearlySquare() {
        ImageGrid sheet = DatasetSheet.random(IMAGES, 7, "", random());
        assertEquals(List.of(3, 3, 1), sheet.images().stream().map(List::size).toList());
    }

    /** Independent factors: V² of 10,000 points is about (r−1)(c−1)/n before its correction, and near 0 after it. */
    @Test
    void independentFactorsDoNotGoTogether() {
        FactorStatistics found = FactorStatistics.of(IMAGES, 10_000, random());
        assertEquals(10_000, Arrays.stream(found.counts()[1]).sum());
        Matrix association = found.association();
        // V² has a standard deviation of about √(2 · 2 · 19) / (2 · 10⁴) = 4e-4, so V stays below √(3 · 4e-4)
        assertEquals(0, association.values()[0][1], 0.035);
    }

    /** Here b is 9 times a: each determines the other. */
    @Test
    void aFactorThatDeterminesTheOtherHasOne() {
        Dataset listed = new Pixels(ObservationKind.IMAGE, new int[] {0, 0, 1, 9, 2, 18});
        Matrix association = FactorStatistics.of(listed, 3000, random()).association();
        // φ² = 2 exactly, as both have three values that occur; the correction takes 4/2999 off it and as much off the most
        assertEquals(1, association.values()[0][1], 1e-9);
        assertEquals(association.values()[0][1], association.values()[1][0]);
    }
}
