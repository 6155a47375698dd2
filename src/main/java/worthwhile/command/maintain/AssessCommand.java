package worthwhile.command.maintain;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.ChosenSources;
import worthwhile.Common;
import worthwhile.Out;
import worthwhile.Settings;
import worthwhile.flow.Assessor;
import worthwhile.flow.Evidence;
import worthwhile.intake.GivenPosting;
import worthwhile.intake.Normalise;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.money.Fees;
import worthwhile.pay.money.Points;
import worthwhile.pay.money.Rates;
import worthwhile.pay.money.UsedRate;
import worthwhile.posting.Assessment;
import worthwhile.posting.Item;
import worthwhile.posting.JobPosting;
import worthwhile.posting.JsonMistake;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.PostingJson;
import worthwhile.posting.UnitText;
import worthwhile.posting.WordList;
import worthwhile.source.read.Sources;
import worthwhile.store.Store;
import worthwhile.warning.Warnings;

/** {@code assess}: what postings on standard input pay per hour. */
@Command(
    name = "assess",
    description = {
      "Reads postings as JSON Lines, prints each with what it pays per hour.",
      "Beside the fields of the API a posting may carry \"reports\" about it and \"related\":"
          + " other postings of the same requester with their own reports. Fields that are not"
          + " known stay as they are. What cannot be true is passed over and named in \"ignored\".",
      "A line that is no posting is answered with an \"error\", and the exit code is 1."
    },
    mixinStandardHelpOptions = true)
public final class AssessCommand implements Callable<Integer> {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Normalise NORMALISE = Normalise.plain();
  private static final List<String> CONCLUDED =
      List.of("language", "occupationalCategory", "kind", "applicantLocationRequirements");

  @Spec private CommandSpec spec;
  @Mixin private Common common;

  @Override
  public Integer call() throws IOException {
    Out out = Out.of(spec);
    Rates rates = rates(common.anySettings());
    Assessor assessor = assessor(common.anySettings(), rates);
    AtomicBoolean wrong = new AtomicBoolean();
    new LineAnswers()
        .print(
            out.results(),
            (line, number) -> {
              JsonNode answer = answer(line, number, assessor, rates);
              if (answer.has("error")) wrong.set(true);
              return PostingJson.MAPPER.writeValueAsString(answer);
            });
    return wrong.get() ? 1 : 0;
  }

  /** With the fees and points of the cards, where there are cards of platforms. */
  private static Assessor assessor(Settings settings, Rates rates) {
    if (!Files.isDirectory(settings.scrapers())) return Assessor.with(() -> HourlyPay.at(rates));
    Sources sources = ChosenSources.quietly(settings);
    HourlyPay estimate =
        HourlyPay.at(
            rates.with(Points.of(sources.platforms())), Fees.byPlatform(sources.platforms()));
    return Assessor.with(() -> estimate, () -> Warnings.knowing(sources.platforms()));
  }

  /** The newest that this instance has; those that are shipped where there is no instance yet. */
  private static Rates rates(Settings settings) {
    if (!settings.hasDatabase()) return Rates.shipped();
    try (Store store = Store.open(settings.database(), CLOCK)) {
      return store.rateTables().rates();
    }
  }

  private static JsonNode answer(String line, long number, Assessor assessor, Rates rates) {
    try {
      JsonNode json = PostingJson.MAPPER.readTree(line);
      if (json instanceof ObjectNode posting) return assessed(posting, number, assessor, rates);
      return error(number, line.isBlank() ? "an empty line" : "no JSON object");
    } catch (JacksonException e) {
      return error(number, "no JSON: " + JsonMistake.of(e));
    } catch (NumberFormatException e) {
      return error(number, "a number cannot be read: " + e.getMessage());
    }
  }

  private static JsonNode error(long number, String reason) {
    return PostingJson.MAPPER.valueToTree(Map.of("line", number, "error", reason));
  }

  private static ObjectNode assessed(ObjectNode json, long number, Assessor assessor, Rates rates) {
    GivenPosting given = GivenPosting.read(json, "line " + number, CLOCK.instant());
    ObjectNode answer = json.deepCopy();
    answer.remove(List.of("pay", "notKnown", "risk", "warnings", "notChecked"));
    JobPosting posting = NORMALISE.posting(given.posting());
    Assessment assessment =
        assessor.assess(
            posting, Evidence.given(given.related(), given.otherTexts(), CLOCK.instant()));
    answer.setAll((ObjectNode) PostingJson.MAPPER.valueToTree(assessment));
    if (answer.get("pay") instanceof ObjectNode pay)
      Optional.ofNullable(assessment.pay())
          .flatMap(UsedRate::of)
          .ifPresent(rate -> rate.tell(pay, LocalDate.now(CLOCK)));
    concluded(answer, posting);
    List<String> ignored = new ArrayList<>(given.passedOver());
    withoutRate(posting, rates).ifPresent(ignored::add);
    if (!ignored.isEmpty()) answer.set("ignored", PostingJson.MAPPER.valueToTree(ignored));
    return answer;
  }

  /** Money that cannot be compared is not left out unsaid. */
  private static Optional<String> withoutRate(JobPosting posting, Rates rates) {
    return Optional.ofNullable(posting.baseSalary())
        .filter(amount -> amount.unitText() != UnitText.POINTS)
        .map(MonetaryAmount::currency)
        .filter(currency -> !rates.knows(currency))
        .map(currency -> "baseSalary: no rate of exchange is known for " + currency);
  }

  /** What the posting leaves open and its own words tell; countries as codes. */
  private static void concluded(ObjectNode answer, JobPosting posting) {
    ObjectNode all = (ObjectNode) PostingJson.tree((Item) posting);
    for (String field : CONCLUDED)
      if (!answer.has(field) && all.has(field)) answer.set(field, all.get(field));
    for (WordList list : WordList.values())
      if (list.holdsCountries() && !list.of(posting).isEmpty())
        answer.set(list.field(), all.get(list.field()));
  }
}
