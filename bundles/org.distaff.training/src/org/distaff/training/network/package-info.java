/** network. */
package org.distaff.training.network;
