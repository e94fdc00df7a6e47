package org.distaff.models.guided;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Images sampled bilinearly at the points of an affine grid, with nothing (0) outside of them. Differentiable in the
 * images and in the map (Jaderberg et al., Spatial Transformer Networks, NIPS 2015, equations 1 and 5). Coordinates go
 * from −1 to 1 along each side, whose ends are the outer edges of the outer pixels.
 */
final class Deformation {

    private static final long BILINEAR = 0;
    private static final long ZEROS = 0;

    private Deformation() {
    }

    /**
     * Pixel p of the result is the image at (cos θ · x + sin θ · y, −sin θ · x + cos θ · y).
     *
     * @param images [..., C, H, W]
     * @param angles θ in radians, [...]
     */
    static Tensor rotate(Tensor images, Tensor angles) {
        Tensor cos = torch.cos(angles);
        Tensor sin = torch.sin(angles);
        Tensor zero = torch.zeros_like(angles);
        return sample(images, cos, sin, zero, sin.neg(), cos, zero);
    }

    /**
     * Pixel p of the result is the image at (sx · x, sy · y): factors below 1 enlarge, negative ones mirror.
     *
     * @param images  [..., C, H, W]
     * @param factors sx and sy, [..., 2]
     */
    static Tensor scale(Tensor images, Tensor factors) {
        Tensor x = factors.select(-1, 0);
        Tensor zero = torch.zeros_like(x);
        return sample(images, x, zero, zero, zero, factors.select(-1, 1), zero);
    }

    /** @param map the 2×3 numbers of each image's map, row by row */
    private static Tensor sample(Tensor images, Tensor... map) {
        long[] shape = images.shape();
        long[] image = {-1, images.size(-3), images.size(-2), images.size(-1)};
        Tensor flat = images.reshape(image);
        Tensor maps = torch.stack(new TensorVector(map), -1).reshape(-1, 2, 3);
        Tensor grid = torch.affine_grid_generator(maps, flat.shape(), false);
        return torch.grid_sampler(flat, grid, BILINEAR, ZEROS, false).reshape(shape);
    }
}
