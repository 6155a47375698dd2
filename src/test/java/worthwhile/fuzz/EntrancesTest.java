package worthwhile.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import worthwhile.posting.PostingJson;
import worthwhile.site.companion.Forwarding;
import worthwhile.source.read.Sources;
import worthwhile.work.file.Format;

/**
 * 64 KB of one sign at every entrance cost less than 50 ms. That is a property of what reads them:
 * time that grows with the square of the text takes seconds. So that a busy machine fails nothing,
 * the reading thread's own CPU time counts, the best of some tries, and where it lies above, four
 * times the text may still cost no more than about four times as much.
 */
class EntrancesTest {
  private static final int LARGE = 64 * 1024;
  private static final long MOST = 50_000_000;
  private static final long GENEROUS = 5 * MOST;
  private static final Pattern PLACE =
      Pattern.compile(
          "\"(?:title|comment_text|name)\"\\s*:\\s*\"|<title>(?=[^<]*</title>\\s*<link)|<p>");
  private static final Sources SOURCES = Sources.load(Path.of("scrapers"));
  private static final List<Seed> PAGES = PageSeeds.of(SOURCES, "");

  /** Somewhere that strangers' words come in. */
  record Entrance(String name, UnaryOperator<String> around, Consumer<byte[]> reader) {
    @Override
    public String toString() {
      return name;
    }

    long cost(String sign, int length) {
      byte[] input = around.apply(sign.repeat(length / sign.length())).getBytes(UTF_8);
      long best = Long.MAX_VALUE;
      for (int i = 0; i < 6 && best > MOST / 2; i++) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        reader.accept(input);
        best =
            Math.min(best, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
      }
      return best;
    }
  }

  static Stream<Entrance> entrances() {
    List<Entrance> all = new ArrayList<>();
    all.add(new Entrance("line of pay", text -> text, Targets::pay));
    all.add(new Entrance("pay before", text -> "Pay: $5 for 10 minutes" + text, Targets::pay));
    all.add(new Entrance("pay after", text -> text + " $5 for 10 minutes", Targets::pay));
    all.add(new Entrance("search", text -> text, Targets::search));
    all.add(new Entrance("forward", text -> text, new Forwarding(SOURCES)));
    all.add(new Entrance("file", text -> text, bytes -> Targets.work(bytes, Optional.empty())));
    String header = "Title,Client,Reward,Started,Ended,Duration,Status,";
    all.add(csv("header", text -> header + cell(text) + "\na,b,$1,2026-01-01,,5,paid,x\n"));
    for (int at = 0; at < 7; at++) all.add(csv("cell " + at, inCell(header, at)));
    for (String field : List.of("title", "description", "timeRequired", "baseSalary", "datePosted"))
      all.add(
          new Entrance(
              "posting's " + field,
              text -> "{\"%s\": %s}".formatted(field, json(text)),
              Targets::posting));
    for (String page :
        List.of("remotive", "microworkers", "weworkremotely", "hacker-news-freelancer", "reddit"))
      PAGES.stream()
          .filter(seed -> seed.name().startsWith(page + " listing"))
          .limit(1)
          .forEach(seed -> all.addAll(inPage(seed)));
    return all.stream();
  }

  private static Entrance csv(String name, UnaryOperator<String> around) {
    return new Entrance(
        "CSV " + name, around, bytes -> Targets.work(bytes, Optional.of(Format.CSV)));
  }

  /** Cells of a file have at most 50,000 characters. */
  private static String cell(String text) {
    return '"' + text.substring(0, Math.min(text.length(), 49_000)).replace("\"", "\"\"") + '"';
  }

  private static UnaryOperator<String> inCell(String header, int at) {
    return text -> {
      String[] row = "a,b,$1,2026-01-01,,5,paid".split(",");
      row[at] = cell(text);
      return header + "\n" + String.join(",", row) + ",\n";
    };
  }

  private static String json(String text) {
    return PostingJson.MAPPER.writeValueAsString(text);
  }

  private static List<Entrance> inPage(Seed seed) {
    Matcher place = PLACE.matcher(seed.text());
    int at = place.find() ? place.end() : seed.text().length() / 2;
    boolean json = seed.text().stripLeading().startsWith("{") || seed.text().startsWith("[");
    UnaryOperator<String> within =
        text -> {
          String piece = json ? json(text).substring(1, json(text).length() - 1) : text;
          return seed.text().substring(0, at) + piece + seed.text().substring(at);
        };
    return List.of(
        new Entrance(seed.name() + ", within", within, seed.reader()),
        new Entrance(seed.name() + ", before", text -> text + seed.text(), seed.reader()),
        new Entrance(seed.name() + ", instead", text -> text, seed.reader()));
  }

  @ParameterizedTest
  @MethodSource("entrances")
  void noSignHoldsThemUp(Entrance entrance) {
    entrance.cost("a ", LARGE);
    for (String sign : Mutator.NASTY) {
      long cost = entrance.cost(sign, LARGE);
      if (cost <= MOST) continue;
      assertThat(cost).as(sign).isLessThan(GENEROUS);
      assertThat(cost).as(sign).isLessThan(7 * entrance.cost(sign, LARGE / 4) + MOST);
    }
  }
}
