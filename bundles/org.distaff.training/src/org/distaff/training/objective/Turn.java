package org.distaff.training.objective;

import java.util.List;
import java.util.Optional;

/**
 * One forward pass within a step and the players who learn from it. All their gradients are taken before any of them
 * moves; the next turn sees what they have become. A player who moves twice a step stands in two turns, of which one
 * may have a loss of its own.
 *
 * @param name    what the objective knows the pass by
 * @param players names of those who move
 * @param loss    name of the term that all of them minimise in this turn, if not each the player's own
 */
public record Turn(String name, List<String> players, Optional<String> loss) {

    public Turn {
        players = List.copyOf(players);
    }

    /** Each player minimises its own term. */
    public Turn(String name, List<String> players) {
        this(name, players, Optional.empty());
    }

    /** Its players minimise another term than their own. */
    public Turn minimising(String term) {
        return new Turn(name, players, Optional.of(term));
    }

    public static Turn of(String name, String... players) {
        return new Turn(name, List.of(players), Optional.empty());
    }
}
