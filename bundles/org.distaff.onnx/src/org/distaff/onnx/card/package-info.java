/** Model cards: read, written, guessed. */
package org.distaff.onnx.card;
