package worthwhile.command.maintain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import worthwhile.Out;
import worthwhile.UsageException;
import worthwhile.pay.study.Assignments;
import worthwhile.pay.study.Training;
import worthwhile.text.FailureText;
import worthwhile.warning.study.ScamFigures;
import worthwhile.warning.study.ScamStudy;

/** {@code train}: learns what the program knows by heart from data that is given to it. */
@Command(
    name = "train",
    description = "Learns what the program knows by heart from data given to it.",
    mixinStandardHelpOptions = true,
    subcommands = {TrainCommand.Pay.class, TrainCommand.Warnings.class})
public final class TrainCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw new UsageException("What is to be learned? train pay FILE, or train warnings FILE");
  }

  /** {@code train pay}: how long tasks take, by their listing and their requester. */
  @Command(
      name = "pay",
      description = {
        "Learns how long tasks take, and how much that differs, from assignments really done.",
        "Its result belongs into src/main/resources/worthwhile/pay/time-model.json.",
        "FILE: as for bench pay."
      },
      mixinStandardHelpOptions = true)
  static final class Pay implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*")
    private List<Path> files;

    @Option(names = "--into", paramLabel = "FILE", description = "where to write the model")
    private @Nullable Path into;

    @Override
    public Integer call() throws IOException {
      Out out = Out.of(spec);
      Assignments data = BenchCommand.read(files, out);
      String model = learned(data);
      if (into == null) out.results().println(model);
      else Files.writeString(into, model + "\n");
      return 0;
    }

    private String learned(Assignments data) {
      try {
        return Training.learn(data, command("pay", files), LocalDate.now(Clock.systemUTC()));
      } catch (IllegalArgumentException e) {
        throw new UsageException(FailureText.of(e));
      }
    }
  }

  /** {@code train warnings}: which words are those of frauds. */
  @Command(
      name = "warnings",
      description = {
        "Learns which words tell frauds, from postings of which is known what they were.",
        "Its result belongs into src/main/resources/worthwhile/warning/model/scam-model.tsv.",
        "FILE: one or more, plain or gzip: CSV with fraudulent (0 or 1) and text, or with title,"
            + " description, requirements, benefits and company_profile; JSON Lines (.jsonl) of"
            + " genuine tasks with title, description and instructions."
      },
      mixinStandardHelpOptions = true)
  static final class Warnings implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*")
    private List<Path> files;

    @Option(names = "--into", paramLabel = "FILE", description = "where to write the model")
    private @Nullable Path into;

    @Override
    public Integer call() throws IOException {
      Out out = Out.of(spec);
      ScamStudy.Result result = learned();
      result.learned().about().forEach((name, value) -> out.say("%s: %s", name, value));
      for (ScamFigures.Tenth tenth : result.figures().tenths())
        out.say(
            "risk from %.1f: %d postings, told %.3f, frauds %.3f",
            tenth.from(), tenth.postings(), tenth.told(), tenth.frauds());
      if (into == null) out.results().print(result.learned().text());
      else Files.writeString(into, result.learned().text());
      return 0;
    }

    private ScamStudy.Result learned() throws IOException {
      try {
        return ScamStudy.learn(files, command("warnings", files), LocalDate.now(Clock.systemUTC()));
      } catch (IllegalArgumentException e) {
        throw new UsageException(FailureText.of(e));
      }
    }
  }

  /** The command as it is kept with what was learned. */
  private static String command(String what, List<Path> files) {
    return files.stream()
        .map(file -> String.valueOf(file.getFileName()))
        .collect(Collectors.joining(" ", "./worthwhile train " + what + " ", ""));
  }
}
