package org.distaff.datasets.catalogue;

/** Contributes {@code mpi3d-realistic}. */
public final class Mpi3dRealisticProvider extends Mpi3d {

    public Mpi3dRealisticProvider() {
        super("mpi3d-realistic", "MPI3D realistic", "A realistically drawn robot arm", "59a6225b88b635365f70c91b3e52f70f");
    }
}
