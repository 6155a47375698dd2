package worthwhile.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import worthwhile.Common;
import worthwhile.Instance;
import worthwhile.Out;
import worthwhile.crawl.Crawl;
import worthwhile.source.SourceDefinition;

/** {@code reextract}: reads the kept bodies again after a definition was mended. */
@Command(
    name = "reextract",
    description = "Reads the kept bodies again, without a request, after a definition was mended.",
    mixinStandardHelpOptions = true)
final class ReextractCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Common common;

  @Parameters(paramLabel = "SOURCE", description = "ids of sources; default: all that are on")
  private List<String> ids = new ArrayList<>();

  @Override
  public Integer call() {
    Out out = Out.of(spec);
    try (Instance instance = Instance.open(common.settings(), out)) {
      Crawl crawl = instance.crawl(instance.tail().follower());
      boolean failed = false;
      for (SourceDefinition source : instance.chosen(ids)) {
        var run = crawl.again(source);
        failed |= run.filter(result -> result.run().items() == 0).isPresent();
        out.say(
            "%s: %s",
            source.id(), run.map(result -> result.run().sentence()).orElse("no kept bodies"));
      }
      return failed ? 1 : 0;
    }
  }
}
