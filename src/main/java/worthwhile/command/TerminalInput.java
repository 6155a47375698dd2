package worthwhile.command;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import worthwhile.UsageException;

/**
 * What somebody types beside the command line: passwords never stand in it, where other users of
 * the machine could see them.
 */
final class TerminalInput {
  private TerminalInput() {}

  /**
   * A new password: twice from the terminal without showing it, else the first line of standard
   * input.
   */
  static String password() {
    Console console = terminal();
    if (console == null) return line();
    String first = new String(console.readPassword("Password: "));
    if (!first.equals(new String(console.readPassword("Once more: "))))
      throw new UsageException("The two are not the same; nothing was changed.");
    return first;
  }

  /** Whether a name is typed again at the terminal; false if there is none. */
  static boolean again(String name) {
    Console console = terminal();
    if (console == null) return false;
    return name.equals(console.readLine("Type %s to delete it with everything: ", name));
  }

  private static @Nullable Console terminal() {
    Console console = System.console();
    return console != null && console.isTerminal() ? console : null;
  }

  private static String line() {
    try {
      var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      String line = in.readLine();
      if (line == null)
        throw new UsageException("Type the password, or send it to standard input.");
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
