package worthwhile.command;

import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import worthwhile.Common;
import worthwhile.Instance;
import worthwhile.Out;
import worthwhile.ReindexWish;

/** {@code reindex}: builds the index anew from the database. */
@Command(
    name = "reindex",
    description =
        "Builds the index anew from the database; where an instance serves, that one does it.",
    mixinStandardHelpOptions = true)
final class ReindexCommand implements Callable<Integer> {
  private static final Duration LOOK = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @Spec private CommandSpec spec;
  @Mixin private Common common;

  @Override
  public Integer call() throws InterruptedException {
    Out out = Out.of(spec);
    try (Instance instance = Instance.open(common.settings(), out)) {
      if (instance.indexIfFree().isPresent()) return rebuild(instance, out);
      ReindexWish wish = new ReindexWish(instance.store().meta());
      String asked = wish.ask();
      out.say("Another process has the index open; it is asked to build the index anew.");
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (System.nanoTime() < end) {
        Thread.sleep(LOOK);
        if (wish.isDone(asked)) return done(out, "done, by the process that serves");
        if (instance.indexIfFree().isPresent()) return rebuild(instance, out);
      }
      out.say(
          "No answer within %d minutes; a process that serves does it later.",
          PATIENCE.toMinutes());
      return 1;
    }
  }

  private static int rebuild(Instance instance, Out out) {
    instance.indexer().rebuild();
    return done(out, "%d postings indexed".formatted(instance.index().size()));
  }

  private static int done(Out out, String said) {
    out.say("%s", said);
    return 0;
  }
}
