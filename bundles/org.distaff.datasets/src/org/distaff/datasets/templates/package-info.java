/** Sentences of a small probabilistic grammar with known topic, sentiment, tense and number. */
package org.distaff.datasets.templates;
