package worthwhile;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import worthwhile.command.Main;

/**
 * What a command came to that was typed.
 *
 * @param code of its exit
 * @param results on standard output
 * @param talk on standard error
 */
record Typed(int code, String results, String talk) {
  /** Runs a command with these words, and these after them. */
  static Typed run(String[] words, String... more) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of(more));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Main.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(all.toArray(String[]::new));
    return new Typed(code, out.toString(), err.toString());
  }
}
