/** What was learnt, written as ONNX. */
package org.distaff.training.export;
