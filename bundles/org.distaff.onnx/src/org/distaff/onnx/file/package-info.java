/** ONNX files read and checked without running them. */
package org.distaff.onnx.file;
