package org.distaff.study.run;

import java.time.Duration;

/**
 * How a study is run.
 *
 * @param device     {@code auto}, {@code cpu} or {@code cuda:N}
 * @param jobs       cells at the same time; 0 for one per core
 * @param shard      which share of the missing cells, from 1 to {@code shards}
 * @param shards     number of shares
 * @param timeBudget after this long no further cell starts; {@code null} for no limit
 */
public record RunOptions(String device, int jobs, int shard, int shards, Duration timeBudget) {

    public static final RunOptions DEFAULT = new RunOptions("auto", 0, 1, 1, null);
}
