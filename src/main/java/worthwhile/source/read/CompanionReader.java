package worthwhile.source.read;

import com.google.re2j.Pattern;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import worthwhile.source.Companion;
import worthwhile.source.Css;
import worthwhile.source.UrlPattern;

/** Reads what a worker's own browser may forward. */
final class CompanionReader {
  private static final List<String> KEYS =
      List.of(
          "on",
          "responses",
          "pages",
          "take",
          "drop",
          "query",
          "task",
          "links",
          "keep",
          "save-task");
  private static final Duration KEEP = Duration.ofDays(2);

  /** Spellings that our own selectors know and browsers do not. */
  private static final Pattern NOT_OF_BROWSERS =
      Pattern.compile(
          ":(?:contains|matches|eq|gt|lt|containsOwn|matchesOwn)\\w*\\(|\\[\\^|\\[[^]]*~=");

  private CompanionReader() {}

  static Companion companion(Block block) {
    block.only(KEYS).require("on");
    List<Css> take = selectors(block, "take");
    if (block.has("pages") != block.has("take"))
      block.wrong("take", "stands beside pages: which elements of them are forwarded");
    return new Companion(
        patterns(block, "on"),
        patterns(block, "responses"),
        patterns(block, "pages"),
        take,
        drop(block),
        block.texts("query"),
        task(block),
        block.texts("links"),
        block.span("keep").orElse(KEEP),
        block.flag("save-task"));
  }

  private static Companion.Drop drop(Block block) {
    return block
        .block("drop")
        .map(drop -> drop.only(List.of("keys", "elements")))
        .map(drop -> new Companion.Drop(drop.texts("keys"), selectors(drop, "elements")))
        .orElseGet(() -> new Companion.Drop(List.of(), List.of()));
  }

  private static List<UrlPattern> patterns(Block block, String key) {
    List<UrlPattern> patterns = new ArrayList<>();
    for (String text : block.texts(key)) {
      Optional<UrlPattern> pattern = UrlPattern.of(text);
      pattern.ifPresent(patterns::add);
      if (pattern.isEmpty())
        block.wrong(
            key,
            "'"
                + text
                + "' is not an address of one https host with * in its path, such as"
                + " https://app.example.org/tasks/*");
    }
    return patterns;
  }

  private static List<Css> selectors(Block block, String key) {
    List<Css> selectors = new ArrayList<>();
    for (String text : block.texts(key)) {
      if (NOT_OF_BROWSERS.matcher(text).find())
        block.wrong(key, "'" + text + "' is no selector that a browser knows");
      Expressions.css(text, block.place(key), key, block.problems()).ifPresent(selectors::add);
    }
    return selectors;
  }

  private static Optional<Pattern> task(Block block) {
    Optional<Pattern> task = block.regex("task");
    if (task.isPresent() && task.get().matcher("").groupCount() != 1)
      block.wrong("task", "needs exactly one group, around the identifier");
    return task.filter(pattern -> pattern.matcher("").groupCount() == 1);
  }
}
