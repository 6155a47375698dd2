package worthwhile.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import worthwhile.Common;
import worthwhile.Out;
import worthwhile.Settings;
import worthwhile.store.Store;
import worthwhile.store.sql.Folders;

/** {@code restore}: puts a backup in the place of the database. */
@Command(
    name = "restore",
    description = "Puts a backup in the place of the database; stop the instance first.",
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Common common;

  @Parameters(paramLabel = "FILE", description = "written by backup")
  private Path file;

  @Option(names = "--replace", description = "replace the database that is there")
  private boolean replace;

  @Override
  public Integer call() {
    Settings settings = common.settings();
    Store.restore(file, settings.database(), replace);
    // It belongs to the database that was replaced; the next start builds one from this one.
    Folders.delete(settings.data().resolve("index"));
    Out.of(spec).say("restored into %s; the index follows at the next start", settings.data());
    return 0;
  }
}
