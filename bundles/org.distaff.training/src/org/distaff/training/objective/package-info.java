/** What is minimised: objectives with named terms. */
package org.distaff.training.objective;
