package worthwhile.command.maintain;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import worthwhile.Common;
import worthwhile.Out;
import worthwhile.UsageException;
import worthwhile.posting.JsonMistake;
import worthwhile.posting.PostingJson;
import worthwhile.posting.word.Worded;
import worthwhile.reputation.Prior;
import worthwhile.reputation.Rating;
import worthwhile.reputation.Reputation;
import worthwhile.reputation.RequesterScore;

/** {@code reputation}: scores of requesters from a file of ratings, computed as the site does. */
@Command(
    name = "reputation",
    description = "Reads ratings (JSON Lines), prints a score for everybody who is rated.",
    mixinStandardHelpOptions = true)
public final class ReputationCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  /** Only lends its options: nothing of an instance is read here. */
  @SuppressWarnings("UnusedVariable")
  @Mixin
  private Common common;

  @Parameters(
      paramLabel = "FILE",
      description =
          "one {\"reviewer\",\"requester\",\"value\" (-1 to 1),\"at\",\"verified\"} a line")
  private Path file;

  @Option(
      names = "--trusted",
      split = ",",
      paramLabel = "ACCOUNT",
      description = "accounts that begin with full weight; others earn it")
  private Set<String> trusted = Set.of();

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description = "the moment that ages count from (the newest rating's)")
  private @Nullable Instant at;

  @Option(
      names = "--prior-mean",
      paramLabel = "X",
      description = "score that is assumed before anybody tells (default: ${DEFAULT-VALUE})",
      defaultValue = "0.5")
  private double priorMean;

  @Option(
      names = "--prior-weight",
      paramLabel = "X",
      description =
          "how many fully trusted ratings weigh as much as that (default: ${DEFAULT-VALUE})",
      defaultValue = "0.5")
  private double priorWeight;

  /** A line of the file; what is missing is null. */
  private record Line(
      String reviewer, String requester, Double value, Instant at, Boolean verified) {
    Rating rating() {
      if (value == null) throw new IllegalArgumentException("value: must be a number from -1 to 1");
      return new Rating(reviewer, requester, value, at, Boolean.TRUE.equals(verified));
    }
  }

  @Override
  public Integer call() throws IOException {
    Out out = Out.of(spec);
    List<Rating> ratings = read(out);
    Reputation.scores(ratings, trusted, prior(), Optional.ofNullable(at))
        .forEach(score -> out.json(shown(score)));
    return 0;
  }

  private Prior prior() {
    try {
      return new Prior(priorMean, priorWeight);
    } catch (IllegalArgumentException e) {
      throw new UsageException("The prior is not possible: " + e.getMessage());
    }
  }

  private List<Rating> read(Out out) throws IOException {
    List<Rating> ratings = new ArrayList<>();
    int number = 0;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.isBlank()) continue;
        try {
          ratings.add(PostingJson.MAPPER.readValue(line, Line.class).rating());
        } catch (JacksonException e) {
          out.say("Line %d is left out: %s".formatted(number, JsonMistake.of(e)));
        } catch (IllegalArgumentException e) {
          out.say("Line %d is left out: %s".formatted(number, e.getMessage()));
        }
      }
    } catch (NoSuchFileException e) {
      throw new UsageException("There is no file " + file + ".");
    }
    return ratings;
  }

  private static Map<String, Object> shown(RequesterScore score) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("requester", score.requester());
    shown.put("score", rounded(score.score()));
    shown.put("low", rounded(score.low()));
    shown.put("high", rounded(score.high()));
    shown.put("n", score.n());
    shown.put("weight", rounded(score.weight()));
    shown.put("state", Worded.wordOf(score.state()));
    if (!score.frozen().isEmpty()) shown.put("frozen", score.frozen().size());
    return shown;
  }

  private static double rounded(double value) {
    return Math.round(value * 1e6) / 1e6;
  }
}
