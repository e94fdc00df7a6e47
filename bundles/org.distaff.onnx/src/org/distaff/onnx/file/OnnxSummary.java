package org.distaff.onnx.file;

import java.util.List;
import java.util.Map;

/**
 * What an ONNX file says, read without running it.
 *
 * @param irVersion  version of the file format
 * @param opsets     operator set versions by domain; the standard domain is "ai.onnx"
 * @param producer   who wrote it, with version
 * @param inputs     inputs that must be fed (constants are left out)
 * @param outputs    outputs
 * @param parameters number of constant values (weights)
 * @param bytes      size of the file
 * @param operators  how often each operator occurs
 * @param last       operator that makes each output, by output name; Identity is looked through
 * @param metadata   metadata entries
 */
public record OnnxSummary(long irVersion, Map<String, Long> opsets, String producer, List<OnnxValue> inputs,
        List<OnnxValue> outputs, long parameters, long bytes, Map<String, Integer> operators, Map<String, String> last,
        Map<String, String> metadata) {
}
