package worthwhile.command;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import worthwhile.ChosenSources;
import worthwhile.Common;
import worthwhile.Instance;
import worthwhile.Out;
import worthwhile.TextTable;
import worthwhile.UsageException;
import worthwhile.crawl.HeldBatch;
import worthwhile.crawl.SourceControl;
import worthwhile.posting.Reason;
import worthwhile.posting.Sentences;
import worthwhile.posting.word.Worded;
import worthwhile.source.SourceDefinition;
import worthwhile.store.posting.Postings;
import worthwhile.store.source.Actor;
import worthwhile.store.source.SourceStates;

/** {@code sources}: every source, how it is read and how it fares; and what can be done to it. */
@Command(
    name = "sources",
    description =
        "Lists every source: access, state, last success, next run, rows, and why not; works beside"
            + " serve.",
    synopsisSubcommandLabel = "[COMMAND]",
    mixinStandardHelpOptions = true)
final class SourcesCommand implements Callable<Integer> {
  private static final Actor WHO = new Actor.CommandLine();

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

  @Command(
      description = "Reads a source no more, in any process, until it is resumed.",
      mixinStandardHelpOptions = true)
  int pause(@Mixin Common common, @Parameters(paramLabel = "SOURCE") String id) {
    return act(common, id, (control, source) -> control.pause(source.id(), WHO));
  }

  @Command(
      description = "Reads a paused source again when it is due.",
      mixinStandardHelpOptions = true)
  int resume(@Mixin Common common, @Parameters(paramLabel = "SOURCE") String id) {
    return act(common, id, (control, source) -> control.resume(source.id(), WHO));
  }

  @Command(
      description = "Brings in the batch of a source that is held back, from its kept pages.",
      mixinStandardHelpOptions = true)
  int release(@Mixin Common common, @Parameters(paramLabel = "SOURCE") String id) {
    return act(
        common,
        id,
        (control, source) ->
            control.release(source, control.held(source).map(SourcesCommand::run).orElse(""), WHO));
  }

  @Command(
      name = "throw-away",
      description = "Throws away the batch of a source that is held back.",
      mixinStandardHelpOptions = true)
  int throwAway(@Mixin Common common, @Parameters(paramLabel = "SOURCE") String id) {
    return act(
        common,
        id,
        (control, source) ->
            control.throwAway(
                source.id(), control.held(source).map(SourcesCommand::run).orElse(""), WHO));
  }

  private static String run(HeldBatch batch) {
    return batch.run().id();
  }

  /** Says in the words of the page what came of it; 1 if it was not done. */
  private int act(
      Common given,
      String id,
      BiFunction<SourceControl, SourceDefinition, SourceControl.Outcome> act) {
    Out out = Out.of(spec);
    try (Instance instance = Instance.open(given.settings(), out)) {
      SourceDefinition source = ChosenSources.one(instance.sources(), id, Map.of());
      instance
          .whyNotCrawled(source)
          .ifPresent(
              why -> {
                throw new UsageException(id + " is not crawled: " + why);
              });
      SourceControl.Outcome outcome = act.apply(instance.sourceControl(), source);
      String word = Worded.wordOf(outcome);
      out.say("%s: %s", id, Sentences.english().words("operate.source.done." + word));
      return outcome.isDone() ? 0 : 1;
    }
  }

  private static Map<String, Object> row(SourceDefinition source, Instance instance, long rows) {
    SourceStates.State state = instance.store().sourceStates().of(source.id());
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("source", source.id());
    row.put("access", Worded.wordOf(source.about().access()));
    Optional<String> reason = instance.whyNotCrawled(source).or(() -> paused(source, instance));
    row.put("state", reason.isPresent() ? "off" : state.condition());
    row.put("last_success", state.lastSuccess().orElse(null));
    row.put("next_run", state.nextRun().orElse(null));
    row.put("rows", rows);
    row.put("reason", reason.or(() -> state.reason().map(Reason::text)).orElse(null));
    return row;
  }

  private static Optional<String> paused(SourceDefinition source, Instance instance) {
    return instance
        .store()
        .pauses()
        .since(source.id())
        .map(since -> "paused since " + since.truncatedTo(ChronoUnit.SECONDS));
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
