package worthwhile.command;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import worthwhile.Common;
import worthwhile.Instance;
import worthwhile.Out;
import worthwhile.work.Work;
import worthwhile.work.WorkExport;

/** {@code export}: a worker's own history, out again. */
@Command(
    name = "export",
    description = "Writes a worker's own history; import --as worthwhile reads the CSV back.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  /** What may be written. */
  enum Form {
    csv,
    json
  }

  @Spec private CommandSpec spec;
  @Mixin private Common common;

  @Option(names = "--user", paramLabel = "NAME", description = "whose work; default: yours")
  private @Nullable String user;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "csv or json (default: ${DEFAULT-VALUE})",
      defaultValue = "csv")
  private Form form;

  @Option(names = "--out", paramLabel = "FILE", description = "default: standard output")
  private @Nullable Path file;

  @Override
  public Integer call() throws IOException {
    Out out = Out.of(spec);
    try (Instance instance = Instance.open(common.settings(), out)) {
      List<Work> work = instance.store().work().of(Worker.id(instance, user));
      if (file == null) {
        write(work, out.results());
        out.results().flush();
      } else {
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
          write(work, writer);
        }
      }
      out.say("%d pieces of work.", work.size());
      return 0;
    }
  }

  private void write(List<Work> work, Writer to) {
    switch (common.json() ? Form.json : form) {
      case csv -> WorkExport.csv(work, to);
      case json -> WorkExport.json(work, to);
    }
  }
}
