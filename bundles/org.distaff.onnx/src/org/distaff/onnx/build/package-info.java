/** Building ONNX graphs. */
package org.distaff.onnx.build;
