package org.distaff.core.provenance;

import java.util.Map;
import java.util.TreeMap;

/** Where numbers came from: versions of the product, the platform and the engines. */
public final class Provenance {

    private Provenance() {
    }

    /**
     * Facts of this process that may change a number's last digits.
     *
     * @param engines versions of the engines that took part ("onnxruntime" → "1.29.0")
     */
    public static Map<String, Object> capture(Map<String, String> engines) {
        Map<String, Object> facts = new TreeMap<>();
        var bundle = org.osgi.framework.FrameworkUtil.getBundle(Provenance.class);
        facts.put("distaff", bundle == null ? "unpackaged" : bundle.getVersion().toString());
        facts.put("java", Runtime.version().toString());
        facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("arch", System.getProperty("os.arch"));
        facts.put("cores", (long) Runtime.getRuntime().availableProcessors());
        facts.putAll(engines);
        return facts;
    }
}
