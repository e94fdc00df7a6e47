package org.distaff.study.run;

import java.time.Duration;

/**
 * How a study is run.
 *
 * @param device     {@code auto}, {@code cpu} or {@code cuda:N}
 * @param jobs       cells, or groups of cells, at the same time; 0 for one per core
 * @param together   most cells trained side by side as one program; 0 for as many as gain from it, 1 for none
 * @param shard      which share of the missing cells, from 1 to {@code shards}
 * @param shards     number of shares
 * @param timeBudget after this long no further cell starts; {@code null} for no limit
 */
public record RunOptions(String device, int jobs, int together, int shard, int shards, Duration timeBudget) {

    public static final RunOptions DEFAULT = new RunOptions("auto", 0, 1, 1, null);

    /** With cells side by side where they gain from it. */
    public RunOptions(String device, int jobs, int shard, int shards, Duration timeBudget) {
        this(device, jobs, 0, shard, shards, timeBudget);
    }
}
