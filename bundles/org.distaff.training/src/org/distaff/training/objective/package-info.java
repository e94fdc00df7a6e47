/** objective. */
package org.distaff.training.objective;
