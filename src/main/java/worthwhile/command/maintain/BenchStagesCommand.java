package worthwhile.command.maintain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import worthwhile.Out;
import worthwhile.bench.StageSpeed;
import worthwhile.store.sql.Folders;

/** {@code bench stages}: what each step from a page to a posting costs. */
@Command(
    name = "stages",
    description = {
      "Measures each step from a page to a posting alone, on invented pages, when it is warm.",
      "Prints one JSON object per step."
    },
    mixinStandardHelpOptions = true)
final class BenchStagesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("worthwhile-bench");
    try {
      StageSpeed.all(folder).forEach(Out.of(spec)::json);
    } finally {
      Folders.delete(folder);
    }
    return 0;
  }
}
