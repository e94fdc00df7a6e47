package org.distaff.training.engine;

import java.io.IOException;
import java.nio.file.Path;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.global.torch;
import org.distaff.core.failure.Problem;

/** Loads libtorch's native libraries, once and only when training starts. */
public final class LibTorch {

    /** Version of the native libraries; also names the folder they are unpacked into. */
    public static final String VERSION = "2.10.0-1.5.13";

    private static final String CACHE = "org.bytedeco.javacpp.cachedir";

    /**
     * Above so much memory of the process JavaCPP collects garbage. It would read the size at every tensor, a tenth of
     * a small network's step, and finds nothing: tensors are freed with the scope of their step.
     */
    private static final String BOUND = "org.bytedeco.javacpp.maxphysicalbytes";

    private static boolean loaded;

    private LibTorch() {
    }

    /**
     * Makes libtorch usable by the calling thread.
     *
     * @param threads threads inside one operation; OpenBLAS keeps its own count, so both are set
     * @param device  {@code auto}, {@code cpu} or {@code cuda:N}
     * @throws Problem (input) when a CUDA device is asked for but the libraries or the machine have none; when this
     *                 platform has no libraries or they cannot be unpacked
     */
    public static void load(int threads, String device) {
        load(threads);
        if (!device.equals("auto") && !device.equals("cpu") && !torch.cuda_is_available()) {
            throw Problem.input("Device '" + device + "' cannot be used for training: libtorch " + VERSION
                    + " finds no CUDA here; use --device cpu or auto.");
        }
    }

    /** Where a device of that name computes; libtorch must be loaded. */
    static Device device(String name) {
        boolean cuda = torch.cuda_is_available();
        return new Device(name.equals("auto") ? cuda ? "cuda:0" : "cpu" : name);
    }

    /** Makes libtorch usable by the calling thread, on the CPU. */
    public static synchronized void load(int threads) {
        if (!loaded) {
            if (System.getProperty(CACHE) == null) {
                System.setProperty(CACHE, cache().toString());
            }
            if (System.getProperty(BOUND) == null) {
                System.setProperty(BOUND, "0");
            }
            try {
                unpack();
                Loader.load(openblas.class);
                Loader.load(torch.class);
            } catch (UnsatisfiedLinkError | NoClassDefFoundError | IOException e) {
                throw Problem.failed("libtorch " + VERSION + " cannot be loaded on " + System.getProperty("os.name")
                        + " " + System.getProperty("os.arch") + ", so nothing can be trained here (" + e.getMessage()
                        + "); its libraries are unpacked into " + System.getProperty(CACHE) + ".", e);
            }
            loaded = true;
        }
        torch.set_num_threads(threads);
        openblas.blas_set_num_threads(threads);
    }

    /**
     * Unpacks what libtorch's other libraries are linked to before any of them is loaded: else the first process would
     * be given a libtorch that the system has, of another version, and crash.
     */
    private static void unpack() throws IOException {
        for (String library : new String[] {"libc10.so", "libtorch_cpu.so"}) {
            Loader.cacheResource(torch.class, "/org/bytedeco/pytorch/" + Loader.getPlatform() + "/" + library);
        }
    }

    private static Path cache() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path base = xdg == null || xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
        return base.resolve("distaff").resolve("libtorch-" + VERSION);
    }
}
