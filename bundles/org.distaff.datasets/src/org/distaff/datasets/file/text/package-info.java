/** Text corpora: a line is an observation, words are tokens. */
package org.distaff.datasets.file.text;
