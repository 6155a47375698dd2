package worthwhile.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import worthwhile.Common;
import worthwhile.Instance;
import worthwhile.Out;
import worthwhile.TextTable;
import worthwhile.crawl.Behind;
import worthwhile.crawl.Visits;
import worthwhile.posting.Reason;
import worthwhile.source.SourceDefinition;
import worthwhile.store.source.Actor;
import worthwhile.store.source.Deed;
import worthwhile.store.source.Runs.Run;

/** {@code crawl}: one run now, with a row per source. */
@Command(
    name = "crawl",
    description = "Reads sources once, now, and says what changed.",
    mixinStandardHelpOptions = true)
final class CrawlCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Common common;
  @Mixin private Common.Network network;

  @Parameters(paramLabel = "SOURCE", description = "ids of sources; default: all that are on")
  private List<String> ids = new ArrayList<>();

  @Option(
      names = "--accept",
      description = "take a batch even if it is unlike earlier ones (after a held-back run)")
  private boolean accept;

  @Override
  public Integer call() {
    Out out = Out.of(spec);
    try (Instance instance = Instance.open(common.settings(network.given()), out)) {
      List<SourceDefinition> sources = instance.chosen(ids);
      if (ids.isEmpty() && instance.settings().fetchesRates())
        instance.referenceRates().refreshIfDue();
      for (String id : ids)
        instance
            .store()
            .operatorLog()
            .note(
                new Actor.CommandLine(),
                accept ? Deed.RUN_BELIEVED : Deed.RUN_NOW,
                id,
                Optional.empty());
      List<Run> runs = run(instance, sources);
      instance.keepToRetention();
      if (common.json()) runs.forEach(run -> out.json(row(run)));
      else TextTable.print(out, HEAD, runs.stream().map(CrawlCommand::cells).toList());
      return runs.stream().anyMatch(CrawlCommand::failed) ? 1 : 0;
    }
  }

  /** Runs that are stopped in the middle, by the terminal or the system, are written down so. */
  private List<Run> run(Instance instance, List<SourceDefinition> sources) {
    AtomicBoolean over = new AtomicBoolean();
    try (Behind index = new Behind(instance.tail().follower())) {
      Visits visits = instance.visits(index);
      visits.sweep();
      Runnable unlessOver =
          () -> {
            if (!over.get()) visits.abandon();
          };
      Runtime.getRuntime().addShutdownHook(new Thread(unlessOver, "stopped"));
      return new Bars(!common.json(), instance.settings().atOnce())
          .over(sources, source -> visits.visit(source, accept));
    } finally {
      over.set(true);
    }
  }

  private static final List<String> HEAD =
      List.of(
          "source",
          "outcome",
          "fetched",
          "items",
          "new",
          "changed",
          "gone",
          "rejected",
          "seconds",
          "reason");

  /** A source that may not be read is no failure of the crawl; everything else that is not is. */
  private static boolean failed(Run run) {
    return switch (run.outcome()) {
      case "items", "empty", "unchanged", "not-allowed" -> false;
      default -> true;
    };
  }

  private static List<String> cells(Run run) {
    return List.of(
        run.source(),
        run.outcome(),
        String.valueOf(run.requests()),
        String.valueOf(run.items()),
        String.valueOf(run.added()),
        String.valueOf(run.changed()),
        String.valueOf(run.gone()),
        String.valueOf(run.rejected()),
        TextTable.seconds(run.took()),
        run.reason().map(Reason::text).orElse(""));
  }

  private static Map<String, Object> row(Run run) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("source", run.source());
    row.put("outcome", run.outcome());
    row.put("fetched", run.requests());
    row.put("items", run.items());
    row.put("new", run.added());
    row.put("changed", run.changed());
    row.put("gone", run.gone());
    row.put("rejected", run.rejected());
    row.put("duration", run.took());
    run.reason()
        .ifPresent(
            reason -> {
              row.put("reason", reason.text());
              row.put("reasonCode", reason.code());
            });
    return row;
  }
}
