package worthwhile;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code reindex}: builds the index anew from the database. */
@Command(
    name = "reindex",
    description = "Builds the index anew from the database; a serving instance does it by itself.",
    mixinStandardHelpOptions = true)
final class ReindexCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Common common;

  @Override
  public Integer call() {
    try (Instance instance = Instance.open(common.settings(), Out.of(spec))) {
      instance.indexer().rebuild();
      Out.of(spec).say("%d postings indexed", instance.index().size());
      return 0;
    }
  }
}
