package org.distaff.datasets.catalogue;

/** Contributes {@code mpi3d-real}. */
public final class Mpi3dRealProvider extends Mpi3d {

    public Mpi3dRealProvider() {
        super("mpi3d-real", "MPI3D real", "A photographed robot arm", "0f33f609918fb5c97996692f91129802");
    }
}
