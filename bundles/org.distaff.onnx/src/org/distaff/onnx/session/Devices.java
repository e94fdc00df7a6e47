package org.distaff.onnx.session;

import org.distaff.core.failure.Problem;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;

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
     * Chooses a device.
     *
     * @param device {@code auto}, {@code cpu} or {@code cuda:N}
     * @throws Problem (input) when CUDA is asked for and cannot be had, or the word is unknown
     */
    public static Choice choose(String device) {
        if (device.equals("cpu")) {
            return new Choice(-1, "cpu", "The CPU was asked for.");
        }
        boolean available = OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA);
        if (device.equals("auto")) {
            return available ? new Choice(0, "cuda:0", "ONNX Runtime's CUDA provider is installed.")
                    : new Choice(-1, "cpu", "This installation of ONNX Runtime has no CUDA provider; "
                            + "the GPU feature adds it.");
        }
        if (!device.matches("cuda:\\d{1,3}")) {
            throw Problem.input("There is no device '" + device + "'; use auto, cpu or cuda:N.");
        }
        if (!available) {
            throw Problem.input("Device '" + device + "' cannot be used: this installation of ONNX Runtime has no CUDA "
                    + "provider; install the GPU feature or use --device cpu.");
        }
        return new Choice(Integer.parseInt(device.substring("cuda:".length())), device, "It was asked for.");
    }

    /** Version of ONNX Runtime, for provenance. */
    public static String version() {
        return OrtEnvironment.getEnvironment().getVersion();
    }
}
