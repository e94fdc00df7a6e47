/** ONNX Runtime sessions: encoders and decoders as batched functions. */
package org.distaff.onnx.session;
