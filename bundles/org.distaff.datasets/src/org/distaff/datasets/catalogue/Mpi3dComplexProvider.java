package org.distaff.datasets.catalogue;

import java.util.List;

import org.distaff.core.data.DatasetFile;

/** Contributes {@code mpi3d-complex}. */
public final class Mpi3dComplexProvider extends Mpi3d {

    public Mpi3dComplexProvider() {
        super("mpi3d-complex", "MPI3D real complex", "A photographed robot arm with objects of everyday life", 460_800,
                new DatasetFile("real3d_complicated_shapes_ordered.npz", "", List.of()));
    }
}
