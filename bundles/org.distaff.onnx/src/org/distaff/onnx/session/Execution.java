package org.distaff.onnx.session;

/**
 * How ONNX Runtime executes a model.
 *
 * @param device  {@code auto}, {@code cpu} or {@code cuda:N}
 * @param threads threads inside one operator
 * @param batch   points per call of the runtime; bounds memory however many points are asked for
 */
public record Execution(String device, int threads, int batch) {

    /** Points per call unless told otherwise: large enough to keep two cores busy, small enough for any model. */
    public static final int DEFAULT_BATCH = 256;

    public Execution(String device, int threads) {
        this(device, threads, DEFAULT_BATCH);
    }
}
