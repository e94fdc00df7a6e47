package org.distaff.datasets.file.numpy;

/**
 * A file in a ZIP archive.
 *
 * @param name     its name
 * @param deflated whether it is compressed
 * @param start    position of its first (compressed) byte
 * @param packed   compressed length
 * @param size     length
 */
record ZipEntryPlace(String name, boolean deflated, long start, long packed, long size) {
}
