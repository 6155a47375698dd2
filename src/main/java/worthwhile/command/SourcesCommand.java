package worthwhile.command;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import worthwhile.Common;
import worthwhile.Instance;
import worthwhile.Out;
import worthwhile.TextTable;
import worthwhile.posting.Reason;
import worthwhile.source.SourceDefinition;
import worthwhile.store.posting.Postings;
import worthwhile.store.source.SourceStates;

/** {@code sources}: every source, how it is read and how it fares. */
@Command(
    name = "sources",
    description = "Lists every source: access, state, last success, next run, rows, and why not.",
    mixinStandardHelpOptions = true)
final class SourcesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Common common;

  @Override
  public Integer call() {
    Out out = Out.of(spec);
    try (Instance instance = Instance.open(common.settings(), out)) {
      Map<String, Long> rows =
          instance.store().postings().counts().stream()
              .filter(count -> !count.state().equals("closed"))
              .collect(
                  Collectors.groupingBy(
                      Postings.StateCount::source,
                      Collectors.summingLong(Postings.StateCount::count)));
      List<Map<String, Object>> all =
          instance.sources().all().stream()
              .map(source -> row(source, instance, rows.getOrDefault(source.id(), 0L)))
              .toList();
      if (common.json()) all.forEach(out::json);
      else
        TextTable.print(
            out,
            List.of("source", "access", "state", "last success", "next run", "rows", "reason"),
            all.stream().map(SourcesCommand::cells).toList());
      return 0;
    }
  }

  private static Map<String, Object> row(SourceDefinition source, Instance instance, long rows) {
    SourceStates.State state = instance.store().sourceStates().of(source.id());
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("source", source.id());
    row.put("access", source.about().access().name().toLowerCase(Locale.ROOT));
    row.put("state", instance.whyNotCrawled(source).isPresent() ? "off" : state.condition());
    row.put("last_success", state.lastSuccess().orElse(null));
    row.put("next_run", state.nextRun().orElse(null));
    row.put("rows", rows);
    Optional<String> reason = instance.whyNotCrawled(source);
    row.put("reason", reason.or(() -> state.reason().map(Reason::text)).orElse(null));
    return row;
  }

  private static List<String> cells(Map<String, Object> row) {
    return row.values().stream().map(SourcesCommand::cell).toList();
  }

  private static String cell(Object value) {
    if (value == null) return "";
    if (value instanceof Instant at) return at.truncatedTo(ChronoUnit.SECONDS).toString();
    return value.toString();
  }
}
