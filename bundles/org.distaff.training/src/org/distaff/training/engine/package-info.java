/** engine. */
package org.distaff.training.engine;
