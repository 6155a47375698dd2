package worthwhile.command.maintain;

import static java.util.stream.Collectors.joining;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Answers each line of standard input by one, on all processors and in the lines' order. */
final class LineAnswers {
  /** Lines that are answered side by side. */
  private static final int AT_ONCE = 512;

  private final BufferedReader lines =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

  /** What is answered to a line; may be asked by several threads at once. */
  interface Answer {
    /**
     * The answer, without the end of a line.
     *
     * @param number of the line, from 1
     */
    String to(String line, long number);
  }

  void print(PrintWriter out, Answer answer) throws IOException {
    long before = 0;
    for (List<String> some = some(); !some.isEmpty(); some = some()) {
      long number = before;
      List<String> read = some;
      out.println(
          IntStream.range(0, read.size())
              .parallel()
              .mapToObj(at -> answer.to(read.get(at), number + at + 1))
              .collect(joining(System.lineSeparator())));
      before += read.size();
    }
  }

  /** The next line with those that stand there already: who types one waits for no other. */
  private List<String> some() throws IOException {
    List<String> some = new ArrayList<>();
    String line = lines.readLine();
    while (line != null) {
      some.add(line);
      line = some.size() < AT_ONCE && lines.ready() ? lines.readLine() : null;
    }
    return some;
  }
}
