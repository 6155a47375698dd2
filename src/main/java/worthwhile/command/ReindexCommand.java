package worthwhile.command;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import worthwhile.Common;
import worthwhile.Instance;
import worthwhile.Out;
import worthwhile.ReindexWish;
import worthwhile.store.source.Actor;
import worthwhile.store.source.Deed;

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
      if (instance.indexIfFree().isPresent()) return logged(instance, rebuild(instance, out));
      ReindexWish wish = new ReindexWish(instance.store().meta());
      String asked = wish.ask();
      out.say("Another process has the index open; it is asked to build the index anew.");
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (System.nanoTime() < end) {
        Thread.sleep(LOOK);
        Optional<ReindexWish.Outcome> outcome = wish.outcome(asked);
        if (outcome.isPresent()) return logged(instance, told(out, outcome.get()));
        if (instance.indexIfFree().isPresent()) return logged(instance, rebuild(instance, out));
      }
      out.say(
          "No answer within %d minutes. The process that has the index open may be none that serves: it"
              + " is done when it ends and the next one serves.",
          PATIENCE.toMinutes());
      return 1;
    }
  }

  private static int logged(Instance instance, int code) {
    if (code == 0)
      instance
          .store()
          .operatorLog()
          .note(new Actor.CommandLine(), Deed.REINDEXED, Optional.empty());
    return code;
  }

  private static int told(Out out, ReindexWish.Outcome outcome) {
    return switch (outcome) {
      case ReindexWish.Outcome.Done(long postings) ->
          done(out, "%d postings indexed, by the process that serves".formatted(postings));
      case ReindexWish.Outcome.Failed(String why) -> {
        out.say("The process that serves could not build it: %s. It tries again.", why);
        yield 1;
      }
    };
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
