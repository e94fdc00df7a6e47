/** Pictures: PNG and JPEG files, resizing as Pillow does it. */
package org.distaff.datasets.file.image;
