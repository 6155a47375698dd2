package worthwhile.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import worthwhile.UsageException;
import worthwhile.community.Merging;
import worthwhile.posting.RequesterId;
import worthwhile.store.posting.Requesters;

/** {@code requester}: which ids are one requester; works beside {@code serve}. */
@Command(
    name = "requester",
    description = "Requesters: takes two ids as one, undoes that, and lists what was done.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class RequesterCommand implements Runnable {
  private static final String ACTOR = "operator";
  private static final int MOST = 1_000;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new UsageException("Say what to do: worthwhile requester merge|separate|log");
  }

  @Command(
      description = "Takes A and B as one requester, who is found as B. Undone by separate.",
      mixinStandardHelpOptions = true)
  int merge(
      @Mixin Common common,
      @Parameters(paramLabel = "A", description = "PLATFORM:ID") String from,
      @Parameters(paramLabel = "B", description = "PLATFORM:ID") String into,
      @Option(
              names = "--reason",
              required = true,
              paramLabel = "TEXT",
              description = "shown on the page of the requester")
          String reason) {
    RequesterId one = requester(from);
    RequesterId other = requester(into);
    if (reason.isBlank()) throw new UsageException("--reason: say why they are one");
    Out out = Out.of(spec);
    try (Instance instance = Instance.open(common.settings(), out)) {
      long number =
          instance
              .tail()
              .take(Merging.merge(one, other, ACTOR, reason.strip(), instance.clock().instant()));
      if (common.json()) out.json(row(instance.store().requesters().merge(number).orElseThrow()));
      else
        out.say(
            "%s is found as %s now: number %d in the log (undo: worthwhile requester separate %d).",
            one, other, number, number);
      return 0;
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage() + ".");
    }
  }

  @Command(description = "Undoes a merge by its number.", mixinStandardHelpOptions = true)
  int separate(
      @Mixin Common common,
      @Parameters(paramLabel = "N", description = "number in the log") long number) {
    Out out = Out.of(spec);
    try (Instance instance = Instance.open(common.settings(), out)) {
      Requesters.Merge merge =
          instance
              .store()
              .requesters()
              .merge(number)
              .orElseThrow(
                  () ->
                      new UsageException(
                          "There is no merge number " + number + ": see worthwhile requester log"));
      boolean done =
          instance.tail().take(Merging.separate(merge, ACTOR, instance.clock().instant()));
      if (!done) throw new UsageException("Number " + number + " is undone already.");
      if (common.json()) out.json(row(instance.store().requesters().merge(number).orElseThrow()));
      else out.say("%s and %s are two again.", merge.requester(), merge.into());
      return 0;
    }
  }

  @Command(
      description = "Lists what was merged, the newest first.",
      mixinStandardHelpOptions = true)
  int log(@Mixin Common common) {
    Out out = Out.of(spec);
    try (Instance instance = Instance.open(common.settings(), out)) {
      List<Requesters.Merge> log = instance.store().requesters().log(MOST);
      if (common.json()) log.forEach(each -> out.json(row(each)));
      else
        TextTable.print(
            out,
            List.of("number", "requester", "found as", "on", "by", "reason", "undone"),
            log.stream().map(RequesterCommand::cells).toList());
      return 0;
    }
  }

  private static RequesterId requester(String text) {
    return RequesterId.parse(text)
        .orElseThrow(
            () -> new UsageException(text + " is no requester: PLATFORM:ID, such as mturk:A1B2"));
  }

  private static Map<String, Object> row(Requesters.Merge merge) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("number", merge.number());
    row.put("requester", merge.requester().toString());
    row.put("into", merge.into().toString());
    row.put("at", merge.at().toString());
    row.put("actor", merge.actor());
    row.put("reason", merge.reason());
    merge.undone().ifPresent(at -> row.put("undone", at.toString()));
    merge.undoneBy().ifPresent(by -> row.put("undoneBy", by));
    return row;
  }

  private static List<String> cells(Requesters.Merge merge) {
    return List.of(
        Long.toString(merge.number()),
        merge.requester().toString(),
        merge.into().toString(),
        merge.at().toString(),
        merge.actor(),
        merge.reason(),
        merge.undone().map(Object::toString).orElse(""));
  }
}
