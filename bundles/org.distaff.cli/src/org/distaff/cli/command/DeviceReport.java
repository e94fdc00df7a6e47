package org.distaff.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;

/** Which device work will use, and why, in one line each. */
final class DeviceReport {

    /** The kernel driver's own file; there is no GPU for CUDA without it. */
    private static final Path NVIDIA_DRIVER = Path.of("/proc/driver/nvidia/version");

    private DeviceReport() {
    }

    /** What executes ONNX files. */
    static String execution(String device) {
        if (device.startsWith("cuda")) {
            return "ONNX Runtime cannot use " + device + ": the GPU feature is not installed";
        }
        return "ONNX Runtime on the CPU" + (device.equals("cpu") ? ", as asked" : ": " + gpu());
    }

    /** What trains the shipped models. */
    static String training(String device) {
        if (device.startsWith("cuda")) {
            return "libtorch cannot use " + device + ": the GPU feature is not installed";
        }
        return "libtorch on the CPU" + (device.equals("cpu") ? ", as asked" : ": " + gpu());
    }

    private static String gpu() {
        return Files.exists(NVIDIA_DRIVER) ? "there is an NVIDIA driver, but the GPU feature is not installed"
                : "there is no NVIDIA driver on this machine";
    }
}
