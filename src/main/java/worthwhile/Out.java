package worthwhile;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import worthwhile.posting.PostingJson;

/** Where a command writes: results on standard output, talk on standard error. */
public record Out(PrintWriter results, PrintWriter talk) {
  public static Out of(CommandSpec spec) {
    return new Out(spec.commandLine().getOut(), spec.commandLine().getErr());
  }

  /** One JSON line on standard output. */
  public void json(Object value) {
    results.println(PostingJson.MAPPER.writeValueAsString(value));
  }

  /** A line for people, on standard error. */
  public void say(String format, Object... values) {
    talk.println(
        values.length == 0 ? format : String.format(java.util.Locale.ROOT, format, values));
  }
}
