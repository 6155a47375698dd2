package worthwhile.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
    versionProvider = Main.Told.class)
public final class Main {
  private static final List<Class<?>> COMMANDS =
      List.of(
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
          CommandLine.HelpCommand.class);

  private Main() {}

  static final class Told implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Worthwhile " + Version.text()};
    }
  }

  static void main(String[] args) {
    System.exit(commandLine(args).execute(args));
  }

  /**
   * The command line: 0 done, 1 the work failed, 2 wrong usage. Where the first word calls a
   * command, that one alone is looked at, but for help: all together are a seventh of a start.
   */
  public static CommandLine commandLine(String... args) {
    CommandLine line = new CommandLine(new Main());
    Optional<Class<?>> called =
        COMMANDS.stream()
            .filter(each -> args.length > 0 && name(each).equals(args[0]))
            .filter(each -> each != CommandLine.HelpCommand.class)
            .findFirst();
    called.map(List::<Class<?>>of).orElse(COMMANDS).forEach(line::addSubcommand);
    return line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler(Main::explain);
  }

  private static String name(Class<?> command) {
    return Objects.requireNonNull(command.getAnnotation(Command.class), "each is one").name();
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
