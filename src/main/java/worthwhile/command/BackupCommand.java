package worthwhile.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import worthwhile.Common;
import worthwhile.Out;
import worthwhile.store.Store;

/** {@code backup}: a consistent copy of the database, also while the instance serves. */
@Command(
    name = "backup",
    description = "Writes a consistent copy of the database; works while the instance serves.",
    mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Common common;

  @Parameters(paramLabel = "FILE", description = "must not exist yet")
  private Path file;

  @Override
  public Integer call() {
    Store.backup(common.settings().database(), file);
    Out.of(spec).say("written: %s", file);
    return 0;
  }
}
