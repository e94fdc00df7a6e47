/** A robot arm that lights lamps which light each other. */
package org.distaff.datasets.circuit;
