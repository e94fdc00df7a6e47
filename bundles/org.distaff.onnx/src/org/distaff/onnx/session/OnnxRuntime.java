package org.distaff.onnx.session;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;

/** ONNX Runtime, kept quiet: only errors are logged, and nothing is reported to its makers. */
final class OnnxRuntime {

    private OnnxRuntime() {
    }

    static OrtEnvironment environment() throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
                OrtEnvironment.DEFAULT_NAME);
        environment.setTelemetry(false);
        return environment;
    }

    /** Options for a session with a number of threads inside an operator; operators run one after another. */
    static OrtSession.SessionOptions options(int threads) throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(threads);
        options.setInterOpNumThreads(1);
        options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
        return options;
    }

    /** The first line of what the runtime says, without a full stop; the rest is its own stack. */
    static String reason(OrtException e) {
        String message = e.getMessage() == null ? "" : e.getMessage();
        String line = message.lines().findFirst().orElse("").strip();
        String plain = line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
        return plain.isEmpty() ? "no reason given" : plain;
    }
}
