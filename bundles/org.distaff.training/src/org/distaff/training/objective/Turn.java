package org.distaff.training.objective;

import java.util.List;

/**
 * One forward pass within a step and the players who learn from it. All their gradients are taken before any of them
 * moves; the next turn sees what they have become. A player who moves twice a step stands in two turns.
 *
 * @param name    what the objective knows the pass by
 * @param players names of those who move
 */
public record Turn(String name, List<String> players) {

    public Turn {
        players = List.copyOf(players);
    }

    public static Turn of(String name, String... players) {
        return new Turn(name, List.of(players));
    }
}
