/** Water that flows out of a cup. */
package org.distaff.datasets.flow;
