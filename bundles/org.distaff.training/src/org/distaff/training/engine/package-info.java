/** The engine: networks run and optimised by libtorch, batches prepared ahead, checkpoints, curves. */
package org.distaff.training.engine;
