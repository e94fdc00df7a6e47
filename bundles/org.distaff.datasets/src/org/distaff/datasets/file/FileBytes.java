package org.distaff.datasets.file;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentLinkedDeque;

import org.distaff.core.failure.Problem;

/**
 * Bytes of a file, read where they stand. Not a memory map: what was read does not count as this process's memory, a
 * file that another program cuts short is a sentence instead of a crash, and the interruption of a thread leaves the
 * file open for the others. Each thread takes a handle of its own out of a pool; handles close when nobody refers to
 * this object any more.
 */
public final class FileBytes implements Bytes {

    private final Path file;
    private final long size;
    private final ConcurrentLinkedDeque<RandomAccessFile> handles = new ConcurrentLinkedDeque<>();

    private FileBytes(Path file, long size) {
        this.file = file;
        this.size = size;
    }

    /**
     * Opens a file.
     *
     * @throws Problem (input) when there is none, or it may not be read
     */
    public static FileBytes open(Path file) {
        if (Files.isDirectory(file)) {
            throw Problem.input(file + " is a folder; name a file in it.");
        }
        try {
            RandomAccessFile handle = new RandomAccessFile(file.toFile(), "r");
            FileBytes bytes = new FileBytes(file, handle.length());
            bytes.handles.push(handle);
            return bytes;
        } catch (FileNotFoundException e) {
            throw Problem.input(Files.exists(file) ? file + " may not be read; check its permissions."
                    : "There is no file " + file + ".", e);
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void read(long position, byte[] target, int offset, int length) {
        if (position < 0 || length < 0 || position > size - length) {
            throw cutShort();
        }
        RandomAccessFile handle = handles.poll();
        try {
            if (handle == null) {
                handle = new RandomAccessFile(file.toFile(), "r");
            }
            handle.seek(position);
            handle.readFully(target, offset, length);
            handles.push(handle);
        } catch (EOFException e) {
            throw Problem.input(file + " became shorter while it was read; import it again.", e);
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    private static Problem failed(Path file, IOException e) {
        return Problem.failed(file + " cannot be read: " + e.getMessage() + ".", e);
    }
}
