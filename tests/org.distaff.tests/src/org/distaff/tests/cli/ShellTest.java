package org.distaff.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;

import org.distaff.core.command.Command;
import org.distaff.core.describe.Description;
import org.distaff.core.describe.Parameter;
import org.distaff.core.describe.Parameters;
import org.distaff.core.failure.ExitCode;
import org.distaff.core.failure.Problem;
import org.junit.jupiter.api.Test;

/** Every way a command line can end, with the exit codes of the stable contract: 0, 1, 2, 42, 75. */
class ShellTest {

    private static final Description SPIN = Description.of("spin", "Spin")
            .summary("Spins 100 % of the fibres")
            .help("A first paragraph.\n\nA second one.")
            .parameter(Parameter.path("fibre", null).meaning("what is spun").mandatory().byPosition())
            .parameter(Parameter.integer("numTurns", 20).range(2, 1000).meaning("turns"))
            .parameter(Parameter.choice("way", "left", "right").meaning("which way"))
            .parameter(Parameter.path("out", null).meaning("where the yarn goes"))
            .parameter(Parameter.list("parameters").meaning("more to say"))
            .parameter(Parameter.flag("fast", false).meaning("in a hurry"));

    private static Command ending(ExitCode code) {
        return new FakeCommand(SPIN, invocation -> code);
    }

    private static Command failing(Exception failure) {
        return new FakeCommand(SPIN, invocation -> {
            if (failure instanceof java.io.IOException e) {
                throw e;
            }
            throw (RuntimeException) failure;
        });
    }

    @Test
    void returnsTheCommandsOwnExitCode() {
        for (ExitCode code : ExitCode.values()) {
            assertEquals(code.code(), Console.of(ending(code)).run("spin", "wool"));
        }
    }

    @Test
    void handsOptionsAndPositionsToTheCommand() {
        List<Parameters> seen = new ArrayList<>();
        Command command = new FakeCommand(SPIN, invocation -> {
            seen.add(invocation.parameters());
            return ExitCode.OK;
        });
        int code = Console.of(command).run("spin", "--num-turns=7", "--way", "right", "wool", "--out", "-", "--fast",
                "--parameters", "a.b=1", "--parameters", "c.d=2,e.f=3");
        assertEquals(0, code);
        Parameters parameters = seen.get(0);
        assertEquals("wool", parameters.text("fibre"));
        assertEquals(7, parameters.integer("numTurns"));
        assertEquals("right", parameters.text("way"));
        assertEquals("-", parameters.text("out"), "a lone dash is a value: standard output");
        assertTrue(parameters.flag("fast"));
        assertEquals(List.of("a.b=1", "c.d=2,e.f=3"), parameters.list("parameters"));
    }

    @Test
    void defaultsHoldWhereNothingIsGiven() {
        List<Parameters> seen = new ArrayList<>();
        Console.of(new FakeCommand(SPIN, invocation -> {
            seen.add(invocation.parameters());
            return ExitCode.OK;
        })).run("spin", "wool");
        assertEquals(20, seen.get(0).integer("numTurns"));
        assertEquals("left", seen.get(0).text("way"));
        assertFalse(seen.get(0).flag("fast"));
        assertTrue(seen.get(0).optional("out").isEmpty());
    }

    @Test
    void unknownCommandNamesTheNearest() {
        Console console = Console.of(ending(ExitCode.OK));
        assertEquals(2, console.run("spinn", "wool"));
        assertEquals("There is no command 'spinn'. Did you mean 'spin'?\n", console.err());
        assertEquals("", console.out());
    }

    @Test
    void unknownOptionNamesTheNearest() {
        Console console = Console.of(ending(ExitCode.OK));
        assertEquals(2, console.run("spin", "wool", "--num-turn", "3"));
        assertEquals("distaff spin has no option '--num-turn'. Did you mean '--num-turns'?\n", console.err());
    }

    @Test
    void wrongValuesAreToldUnderTheNameTheUserTyped() {
        assertWrong("distaff spin: '--num-turns' must be an integer from 2 to 1000, not '1'.", "spin", "wool",
                "--num-turns", "1");
        assertWrong("distaff spin: '--num-turns' must be an integer from 2 to 1000, not '-3'.", "spin", "wool",
                "--num-turns", "-3");
        assertWrong("distaff spin: '--way' must be one of left, right, not 'up'.", "spin", "wool", "--way", "up");
        assertWrong("distaff spin needs 'FIBRE' (what is spun).", "spin");
        assertWrong("distaff spin: '--way' is given twice; give it once.", "spin", "wool", "--way", "left", "--way",
                "right");
        assertWrong("distaff spin: '--out' needs a value (where the yarn goes).", "spin", "wool", "--out");
        assertWrong("distaff spin does not know what to do with 'silk'; distaff spin --help lists what it takes.",
                "spin", "wool", "silk");
    }

    private static void assertWrong(String sentence, String... arguments) {
        Console console = Console.of(ending(ExitCode.OK));
        assertEquals(2, console.run(arguments));
        assertEquals(sentence + "\n", console.err());
    }

    @Test
    void problemsAreOneSentenceAndTheirExitCode() {
        assertEnds(2, "a.npy is wrong; write it again.\n", Problem.input("a.npy is wrong; write it again."));
        assertEnds(42, "This cell can never work.\n", Problem.never("This cell can never work."));
        assertEnds(1, "It failed.\n", Problem.failed("It failed.", new IllegalStateException("inside")));
        assertEnds(75, "Stopped before the end; run the same command again to go on.\n",
                new org.distaff.core.progress.Cancelled());
        assertEnds(2, "There is no file or folder /no/such.\n", new NoSuchFileException("/no/such"));
        assertEnds(1, "/full/x cannot be read or written: No space left on device.\n",
                new FileSystemException("/full/x", null, "No space left on device"));
        assertEnds(1, "Something unexpected happened (java.lang.IllegalStateException: boom); "
                + "run again with --debug to see where.\n", new IllegalStateException("boom"));
    }

    private static void assertEnds(int code, String err, Exception failure) {
        Console console = Console.of(failing(failure));
        assertEquals(code, console.run("spin", "wool"));
        assertEquals(err, console.err());
    }

    @Test
    void debugShowsWhere() {
        Console console = Console.of(failing(Problem.failed("It failed.", new IllegalStateException("inside"))));
        assertEquals(1, console.run("spin", "wool", "--debug"));
        assertTrue(console.err().startsWith("It failed.\n"), console.err());
        assertTrue(console.err().contains("java.lang.IllegalStateException: inside"), console.err());
        assertTrue(console.err().contains("    at org.distaff.tests.cli.ShellTest"), console.err());
    }

    @Test
    void cancellingEndsTheCommandWithLater() {
        Console[] console = new Console[1];
        console[0] = Console.of(new FakeCommand(SPIN, invocation -> {
            invocation.progress().check(); // nobody asked yet
            console[0].shell().cancel();
            invocation.progress().check();
            return ExitCode.OK;
        }));
        assertEquals(75, console[0].run("spin", "wool"));
        assertTrue(console[0].err().startsWith("Stopped before the end"), console[0].err());
    }

    @Test
    void helpIsMadeFromTheDescription() {
        Console console = Console.of(ending(ExitCode.FAILED));
        assertEquals(0, console.run("spin", "--help"));
        String page = console.out();
        assertTrue(page.startsWith("distaff spin"), page);
        for (String part : List.of("Spins 100 % of the fibres.", "--num-turns N",
                "an integer from 2 to 1000, default 20",
                "--way left|right", "FIBRE", "what is spun", "A second one.", "--debug", "--fast", "default left")) {
            assertTrue(page.contains(part), part + " is missing in\n" + page);
        }
        assertEquals("", console.err());
        Console other = Console.of(ending(ExitCode.FAILED));
        assertEquals(0, other.run("help", "spin"));
        assertEquals(page, other.out());
    }

    @Test
    void overviewListsCommandsAndExitCodes() {
        Console console = Console.of(ending(ExitCode.OK));
        assertEquals(0, console.run("--help"));
        assertTrue(console.out().contains("  spin  Spins 100 % of the fibres\n"), console.out());
        assertTrue(console.out().contains("75 not finished"), console.out());
        Console empty = Console.of(ending(ExitCode.OK));
        assertEquals(2, empty.run());
        assertEquals("", empty.out());
        assertTrue(empty.err().contains("  spin  "), empty.err());
    }

    @Test
    void versionNamesProductAndJava() {
        Console console = Console.of();
        assertEquals(0, console.run("--version"));
        assertTrue(console.out().startsWith("Distaff "), console.out());
        assertTrue(console.out().contains("Java " + Runtime.version()), console.out());
    }
}
