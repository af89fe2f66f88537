package dev.tricolor.dashboard.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files that are there whole or not at all. */
final class WholeFile {
    private WholeFile() {}

    /** Replaces what is there; on an error that stays as it was. */
    static void write(Path file, byte[] content) throws IOException {
        Path target = file.toAbsolutePath();
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            Files.write(target, content); // a device or a pipe; a folder is refused
            return;
        }
        Path scratch = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            Files.write(scratch, content);
            Files.move(scratch, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(scratch);
        }
    }
}
