package worthwhile.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import worthwhile.UsageException;
import worthwhile.Version;
import worthwhile.command.maintain.AssessCommand;
import worthwhile.command.maintain.BenchCommand;
import worthwhile.command.maintain.CheckCommand;
import worthwhile.command.maintain.ExtractCommand;
import worthwhile.command.maintain.NewCommand;
import worthwhile.command.maintain.ParsePayCommand;
import worthwhile.command.maintain.RecordCommand;
import worthwhile.command.maintain.ReputationCommand;
import worthwhile.command.maintain.TrainCommand;

/** Where the program starts: {@code ./worthwhile COMMAND}. */
@Command(
    name = "worthwhile",
    description = "Finds the micro-task that pays best now, and says what it really pays.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Told.class,
    subcommands = {
      ServeCommand.class,
      CrawlCommand.class,
      SourcesCommand.class,
      CheckCommand.class,
      ExtractCommand.class,
      RecordCommand.class,
      NewCommand.class,
      SearchCommand.class,
      ParsePayCommand.class,
      ImportCommand.class,
      ExportCommand.class,
      AssessCommand.class,
      ReputationCommand.class,
      TrainCommand.class,
      BenchCommand.class,
      UserCommand.class,
      RequesterCommand.class,
      CommunityCommand.class,
      ReindexCommand.class,
      ReextractCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      DoctorCommand.class,
      WarmUpCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Main {
  private Main() {}

  static final class Told implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Worthwhile " + Version.text()};
    }
  }

  static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** The command line: 0 done, 1 the work failed, 2 wrong usage. */
  public static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler(Main::explain);
  }

  /** One line that names the cause; the stack trace only where it is asked for. */
  private static int explain(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    boolean usage = e instanceof UsageException;
    command.getErr().println(e.getMessage() == null ? e.toString() : e.getMessage());
    if (!usage && System.getenv("WORTHWHILE_TRACE") != null) e.printStackTrace(command.getErr());
    else if (!usage) command.getErr().println("(WORTHWHILE_TRACE=1 shows where this happened.)");
    return usage ? 2 : 1;
  }
}
