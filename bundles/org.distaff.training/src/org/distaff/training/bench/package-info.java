/** Workloads whose speed says how good the training engine is. */
package org.distaff.training.bench;
