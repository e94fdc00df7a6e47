package org.distaff.cli.bench;

import java.io.IOException;
import java.util.List;

import org.distaff.core.command.Invocation;

/** A group of benchmarks. */
interface Suite {

    /** Runs everything warm, on whatever is installed. */
    List<Measurement> run(Invocation invocation) throws IOException;
}
