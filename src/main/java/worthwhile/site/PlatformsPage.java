package worthwhile.site;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import worthwhile.source.Platform;
import worthwhile.source.SourceDefinition;
import worthwhile.store.Postings;

/** {@code GET /platforms}: every place where work is offered, in one table. */
final class PlatformsPage implements Handler {
  private final Instance instance;
  private final Pages pages;

  PlatformsPage(Instance instance, Pages pages) {
    this.instance = instance;
    this.pages = pages;
  }

  /** The table. */
  record View(List<Line> lines) {}

  /** One platform and how many tasks it has open here. */
  record Line(Platform platform, long open) {}

  @Override
  public void handle(Context ctx) {
    Layout layout =
        Layout.of(
            "Platforms",
            "Platforms, boards and forums with paid tasks: how they pay, who may join, and how"
                + " their tasks reach this site.",
            "/platforms");
    Answer.html(ctx, 200, pages.render(ctx, "platforms", layout, new View(lines())));
  }

  private List<Line> lines() {
    Map<String, Long> open = open(instance);
    return instance.sources().platforms().stream()
        .map(platform -> new Line(platform, open.getOrDefault(platform.id(), 0L)))
        .sorted(
            Comparator.comparing((Line line) -> line.open())
                .reversed()
                .thenComparing(line -> line.platform().name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  /** Open postings by platform. */
  static Map<String, Long> open(Instance instance) {
    Map<String, String> platformOf =
        instance.sources().all().stream()
            .collect(Collectors.toMap(SourceDefinition::id, SourceDefinition::platform));
    return instance.store().postings().counts().stream()
        .filter(count -> count.state().equals("open") || count.state().equals("missing"))
        .collect(
            Collectors.groupingBy(
                count -> platformOf.getOrDefault(count.source(), count.source()),
                Collectors.summingLong(Postings.StateCount::count)));
  }
}
