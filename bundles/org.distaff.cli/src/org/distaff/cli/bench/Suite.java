package org.distaff.cli.bench;

import java.io.IOException;
import java.util.List;

import org.distaff.core.progress.Progress;
import org.distaff.core.registry.Contributions;

/** A group of benchmarks. */
interface Suite {

    /** Runs everything warm, on whatever is installed. */
    List<Measurement> run(Contributions contributions, Progress progress) throws IOException;
}
