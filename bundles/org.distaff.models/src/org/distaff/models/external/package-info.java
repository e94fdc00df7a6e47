/** Methods outside Distaff, run by the user's own command. */
package org.distaff.models.external;
