/** Networks as data: layers whose shapes are checked, parameters counted, weights initialised by name. */
package org.distaff.training.network;
