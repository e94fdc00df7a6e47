package org.distaff.onnx.session;

import java.util.Optional;

import org.distaff.core.failure.Problem;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;

/** What execution can use on this machine. */
public final class Devices {

    private Devices() {
    }

    /**
     * A device that was chosen.
     *
     * @param cuda number of the CUDA device, or -1 for the CPU
     * @param name "cpu" or "cuda:0"
     * @param why  one sentence for the user
     */
    public record Choice(int cuda, String name, String why) {
    }

    /**
     * Chooses a device. {@code auto} takes the first GPU when ONNX Runtime's CUDA provider is installed and starts, which
     * needs the driver and CUDA's libraries, and the CPU otherwise.
     *
     * @param device {@code auto}, {@code cpu} or {@code cuda:N}
     * @throws Problem (input) when CUDA is asked for and cannot be had, or the word is unknown
     */
    public static Choice choose(String device) {
        if (device.equals("cpu")) {
            return new Choice(-1, "cpu", "The CPU was asked for.");
        }
        boolean auto = device.equals("auto");
        if (!auto && !device.matches("cuda:\\d{1,3}")) {
            throw Problem.input("There is no device '" + device + "'; use auto, cpu or cuda:N.");
        }
        int number = auto ? 0 : Integer.parseInt(device.substring("cuda:".length()));
        Optional<String> obstacle = obstacle(number);
        if (obstacle.isEmpty()) {
            return new Choice(number, "cuda:" + number,
                    auto ? "ONNX Runtime's CUDA provider is installed and starts." : "It was asked for.");
        }
        if (auto) {
            return new Choice(-1, "cpu", "The GPU cannot be used: " + obstacle.get() + ".");
        }
        throw Problem.input("Device '" + device + "' cannot be used: " + obstacle.get() + ", or use --device cpu.");
    }

    /** Why a CUDA device cannot be used, and what to do; nothing when it can. */
    private static Optional<String> obstacle(int number) {
        if (!OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
            return Optional.of("this installation of ONNX Runtime has no CUDA provider; install the GPU feature");
        }
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.addCUDA(number);
            return Optional.empty();
        } catch (OrtException e) {
            return Optional.of("ONNX Runtime's CUDA provider does not start (" + OnnxRuntime.reason(e)
                    + "); check the driver and CUDA's libraries");
        }
    }

    /** Version of ONNX Runtime, for provenance. */
    public static String version() {
        try {
            return OnnxRuntime.environment().getVersion();
        } catch (OrtException e) {
            throw Problem.failed("ONNX Runtime does not start: " + OnnxRuntime.reason(e) + ".", e);
        }
    }
}
