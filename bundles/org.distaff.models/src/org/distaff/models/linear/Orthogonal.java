package org.distaff.models.linear;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Orthogonal matrices. */
final class Orthogonal {

    private Orthogonal() {
    }

    /** The orthogonal matrix nearest to a square one of full rank, (W Wᵀ)^−½ W. */
    static double[][] nearest(double[][] matrix) {
        int size = matrix.length;
        double[] flat = new double[size * size];
        for (int i = 0; i < size; i++) {
            System.arraycopy(matrix[i], 0, flat, i * size, size);
        }
        try (PointerScope scope = new PointerScope()) {
            Tensor given = Tensor.create(flat, size, size);
            var eigen = torch.linalg_eigh(torch.matmul(given, given.t()));
            Tensor inverseRoot = torch.matmul(eigen.get1().mul(eigen.get0().rsqrt()), eigen.get1().t());
            new DoublePointer(torch.matmul(inverseRoot, given).contiguous().data_ptr()).get(flat);
        }
        double[][] nearest = new double[size][size];
        for (int i = 0; i < size; i++) {
            System.arraycopy(flat, i * size, nearest[i], 0, size);
        }
        return nearest;
    }
}
