package org.distaff.datasets.catalogue;

/** Contributes {@code mpi3d-toy}. */
public final class Mpi3dToyProvider extends Mpi3d {

    public Mpi3dToyProvider() {
        super("mpi3d-toy", "MPI3D toy", "A simply drawn robot arm", "55889cb7c7dfc655d6e0277beee88868");
    }
}
