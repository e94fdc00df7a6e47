package org.distaff.ui.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.distaff.study.store.Disk;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobFunction;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

/** Writes files in the background; the ending says what is written, and a file appears whole or not at all. */
public final class FileExport {

    private static final String BUNDLE = "org.distaff.ui";

    private FileExport() {
    }

    /**
     * Asks for a file and writes it.
     *
     * @param endings what can be written, without dots; the first one is proposed
     * @param content makes the bytes for an ending; called in the background
     */
    public static void ask(Shell shell, String title, String name, List<String> endings, Function<String, byte[]> content) {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText(title);
        dialog.setFilterExtensions(endings.stream().map(ending -> "*." + ending).toArray(String[]::new));
        dialog.setFileName(name + "." + endings.get(0));
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen != null) {
            boolean bare = ending(Path.of(chosen)).isEmpty();
            String file = bare ? chosen + "." + endings.get(Math.max(0, dialog.getFilterIndex())) : chosen;
            job(Path.of(file), endings, content).schedule();
        }
    }

    /** A job that writes a file. */
    public static Job job(Path file, List<String> endings, Function<String, byte[]> content) {
        String ending = ending(file);
        return Job.create("Exporting " + file, (IJobFunction) monitor -> endings.contains(ending)
                ? write(file, content.apply(ending))
                : new Status(IStatus.ERROR, BUNDLE, file + " has no ending that can be written; give it one of ."
                        + String.join(", .", endings) + "."));
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.contains(".") ? name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT) : "";
    }

    private static IStatus write(Path file, byte[] content) {
        Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            try {
                Disk.REAL.write(fresh, content);
                Disk.REAL.move(fresh, file);
            } finally {
                Files.deleteIfExists(fresh);
            }
            return Status.OK_STATUS;
        } catch (IOException e) {
            return new Status(IStatus.ERROR, BUNDLE,
                    file + " cannot be written: " + e.getMessage() + "; choose another folder.", e);
        }
    }
}
