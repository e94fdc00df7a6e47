package org.distaff.tests.datasets.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import org.distaff.core.failure.Problem;
import org.distaff.datasets.file.Bytes;
import org.distaff.datasets.file.matlab.MatArray;
import org.distaff.datasets.file.matlab.MatFile;
import org.distaff.datasets.file.norb.NorbMatrix;
import org.distaff.datasets.file.numpy.NumpyArchive;
import org.distaff.datasets.file.numpy.NumpyMember;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads back what scipy and numpy wrote; all values are closed forms of make.py. */
class BinaryFormatsTest {

    @ParameterizedTest
    @ValueSource(strings = {"plain", "compressed"})
    void matlabArraysHaveTheirFirstAxisFastest(String name) throws IOException {
        MatArray array = MatFile.read(Resources.bytes("matlab/" + name + ".mat"), "im");
        assertArrayEquals(new int[] {4, 5, 3, 2}, array.shape());
        for (int a = 0; a < 4; a++) {
            for (int b = 0; b < 5; b++) {
                for (int c = 0; c < 3; c++) {
                    for (int d = 0; d < 2; d++) {
                        assertEquals(Resources.ramp(((a * 5 + b) * 3 + c) * 2 + d),
                                array.value(a + 4 * (b + 5 * (c + 3 * d))));
                    }
                }
            }
        }
        MatArray x = MatFile.read(Resources.bytes("matlab/" + name + ".mat"), "x");
        assertEquals(List.of(1.5, -2.0, 300.0), List.of(x.value(0), x.value(1), x.value(2)));
    }

    @Test
    void matlabFilesOfOtherVersionsAndKindsAreNamed() {
        String version = refused(() -> MatFile.read(Resources.bytes("matlab/version4.mat"), "x"));
        assertTrue(version.contains("save -v7"), version);
        String missing = refused(() -> MatFile.read(Resources.bytes("matlab/plain.mat"), "cells"));
        assertTrue(missing.contains("im, x, text, cells"), missing);
    }

    @Test
    void norbMatrices() {
        NorbMatrix dat = NorbMatrix.open(Resources.bytes("norb/dat.mat"));
        assertEquals(NorbMatrix.Type.BYTE, dat.type());
        assertArrayEquals(new int[] {3, 2, 8, 8}, dat.shape());
        assertArrayEquals(Resources.ramp(128, 64), dat.bytes().range(dat.start() + 128, 64));
        NorbMatrix cat = NorbMatrix.open(Resources.bytes("norb/cat.mat"));
        assertArrayEquals(new int[] {3}, cat.shape());
        assertArrayEquals(new int[] {4, 0, 2}, cat.integers());
        assertArrayEquals(new int[] {9, 8, 34, 5, 0, 0, 0, 0, 3, 1, 20, 2},
                NorbMatrix.open(Resources.bytes("norb/info.mat")).integers());
        assertTrue(refused(() -> NorbMatrix.open(Resources.bytes("norb/float.mat")).integers()).contains("FLOAT"));
        assertTrue(refused(() -> NorbMatrix.open(Resources.bytes("matlab/plain.mat"))).contains("no NORB matrix"));
    }

    @Test
    void storedMembersAreFoundInTheArchive() throws IOException {
        Bytes bytes = Resources.bytes("numpy/stored.npz");
        NumpyMember images = NumpyArchive.open(bytes).need("images");
        assertEquals("(6, 8, 8, 3)", images.header().shapeText().replace('[', '(').replace(']', ')'));
        assertArrayEquals(Resources.ramp(0, 1152), bytes.range(images.position().orElseThrow(), 1152));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stored", "deflated"})
    void membersAreStreams(String name) throws IOException {
        NumpyArchive archive = NumpyArchive.open(Resources.bytes("numpy/" + name + ".npz"));
        NumpyMember images = archive.need("imgs", "images");
        try (InputStream values = images.values()) {
            assertArrayEquals(Resources.ramp(0, 1152), values.readAllBytes());
        }
        assertEquals(name.equals("deflated"), images.position().isEmpty());
        assertArrayEquals(new double[] {0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2}, archive.need("factors").array().values());
        String missing = refused(() -> archive.need("labels"));
        assertTrue(missing.contains("images, factors"), missing);
    }

    @Test
    void aLoneArrayHasAnyName() throws IOException {
        NumpyMember member = NumpyArchive.open(Resources.bytes("numpy/binary.npy")).need("whatever");
        assertEquals("|b1", member.header().type());
        try (InputStream values = member.values()) {
            byte[] all = values.readAllBytes();
            for (int i = 0; i < all.length; i++) {
                assertEquals(Resources.ramp(i) > 100 ? 1 : 0, all[i]);
            }
        }
    }

    private static String refused(org.junit.jupiter.api.function.Executable executable) {
        return assertThrows(Problem.class, executable).getMessage();
    }
}
