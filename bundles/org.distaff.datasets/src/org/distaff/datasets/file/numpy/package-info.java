/** NumPy's {@code .npy} files and {@code .npz} archives of any size: read where they stand, or as streams. */
package org.distaff.datasets.file.numpy;
