package worthwhile.intake;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.posting.JobPosting;
import worthwhile.posting.JobPostingBuilder;
import worthwhile.posting.JsonMistake;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Organization;
import worthwhile.posting.PostingJson;
import worthwhile.posting.TaskKind;
import worthwhile.posting.WordList;
import worthwhile.posting.WorkReport;
import worthwhile.text.Languages;
import worthwhile.text.pay.PayText;
import worthwhile.text.time.DateText;
import worthwhile.text.time.DurationText;

/**
 * A posting that somebody gave as JSON, in the shape of the API or nearly so. What cannot be read
 * or cannot be true (a negative time, a reward of 0) is passed over with the reason; everything
 * else counts. Nothing is required: a missing id, source or title is filled in.
 *
 * @param related other postings of the same requester that came with it
 * @param otherTexts what its free-text fields say that a posting has no room for
 * @param passedOver what does not count, one sentence each
 */
public record GivenPosting(
    JobPosting posting,
    List<JobPosting> related,
    List<String> otherTexts,
    List<String> passedOver) {
  private static final String UNKNOWN = "given";

  /** Fields of ordinary job advertisements in free words. */
  private static final List<String> OTHER_TEXTS =
      List.of(
          "responsibilities",
          "jobBenefits",
          "experienceRequirements",
          "educationRequirements",
          "employmentType",
          "industry",
          "department");

  /** How Jackson says that a word is not one of a list. */
  private static final Pattern UNKNOWN_WORD =
      Pattern.compile("from String (\".*?\"): not one of the values accepted.*?\\[(.*?)]");

  /**
   * Reads one posting.
   *
   * @param json an object
   * @param name to call the posting by if it has no identifier
   * @param at when it was given, for dates without a year
   */
  public static GivenPosting read(JsonNode json, String name, Instant at) {
    List<String> passedOver = new ArrayList<>();
    Reading reading = new Reading("", at, passedOver);
    JobPosting posting = reading.posting(json, name);
    List<JobPosting> related = new ArrayList<>();
    int position = 0;
    for (JsonNode other : json.path("related")) {
      String path = "related[" + position++ + "]";
      if (!other.isObject()) passedOver.add(path + " is no posting");
      else related.add(new Reading(path + ".", at, passedOver).posting(other, name + "/" + path));
    }
    return new GivenPosting(posting, related, otherTexts(json), List.copyOf(passedOver));
  }

  private static List<String> otherTexts(JsonNode json) {
    return Stream.concat(
            OTHER_TEXTS.stream().map(json::path),
            Stream.of(json.path("hiringOrganization").path("description")))
        .flatMap(Reading::texts)
        .filter(text -> !text.isBlank())
        .toList();
  }

  /** One posting's fields. */
  private record Reading(String path, Instant at, List<String> passedOver) {
    JobPosting posting(JsonNode given, String name) {
      Map<String, String> impossible = Impossible.in(given);
      impossible.values().forEach(reason -> passedOver.add(path + reason));
      JsonNode json = ((ObjectNode) given.deepCopy()).remove(impossible.keySet());
      JobPostingBuilder posting =
          JobPosting.builder(
                  text(json, "source").orElse(UNKNOWN),
                  text(json, "platform").orElse(null),
                  text(json, "identifier").or(() -> text(json, "id")).orElse(name))
              .title(text(json, "title").orElse(""));
      text(json, "description").ifPresent(posting::description);
      text(json, "occupationalCategory").ifPresent(posting::occupationalCategory);
      each(json, "kind", Reading::kind, posting::kind);
      text(json, "employmentType").ifPresent(posting::employmentType);
      organization(json.path("hiringOrganization")).ifPresent(posting::hiringOrganization);
      each(json, "baseSalary", this::salary, posting::baseSalary);
      each(json, "timeRequired", Reading::span, posting::timeRequired);
      each(json, "timeMeasured", Reading::span, posting::timeMeasured);
      each(json, "timeAllowed", Reading::span, posting::timeAllowed);
      each(json, "totalJobOpenings", Reading::whole, posting::totalJobOpenings);
      each(json, "datePosted", this::date, posting::datePosted);
      for (WordList list : WordList.values()) list.set(posting, words(json, list));
      text(json, "jobLocation").ifPresent(posting::jobLocation);
      posting.language(text(json, "language").or(() -> language(json)).orElse(null));
      return posting.reports(reports(json)).build();
    }

    private static Optional<String> language(JsonNode json) {
      String title = text(json, "title").orElse("");
      return Languages.of(title + "\n" + text(json, "description").orElse(""));
    }

    private static List<String> words(JsonNode json, WordList list) {
      return texts(json.path(list.field())).toList();
    }

    private static Stream<String> texts(JsonNode stated) {
      Stream<JsonNode> all = stated.isArray() ? stated.valueStream() : Stream.of(stated);
      return all.filter(JsonNode::isString).map(JsonNode::asString);
    }

    /** Takes a field if it is there and can be read, else notes why not. */
    private <T> void each(
        JsonNode json, String field, Function<JsonNode, Optional<T>> read, Consumer<T> take) {
      JsonNode value = json.path(field);
      if (value.isMissingNode() || value.isNull()) return;
      try {
        read.apply(value)
            .ifPresentOrElse(take, () -> passedOver.add(path + field + " cannot be read"));
      } catch (IllegalArgumentException | NullPointerException | JacksonException e) {
        passedOver.add(path + field + ": " + reason(e));
      }
    }

    private static String reason(RuntimeException e) {
      Throwable cause = e.getCause() instanceof IllegalArgumentException own ? own : e;
      String text = String.valueOf(cause.getMessage());
      Matcher word = UNKNOWN_WORD.matcher(text);
      if (word.find()) return word.group(1) + " is none of " + word.group(2);
      if (cause instanceof JacksonException wrong) return JsonMistake.of(wrong);
      return text.lines().findFirst().orElse(text);
    }

    private static Optional<String> text(JsonNode json, String field) {
      JsonNode value = json.path(field);
      return value.isValueNode() && !value.isNull()
          ? Optional.of(value.asString()).filter(text -> !text.isBlank())
          : Optional.empty();
    }

    /** Absent where only a description or a logo is given: nobody to be recognised by. */
    private static Optional<Organization> organization(JsonNode value) {
      String name = value.isString() ? value.asString() : text(value, "name").orElse(null);
      String identifier = text(value, "identifier").orElse(null);
      if (name == null && identifier == null) return Optional.empty();
      return Optional.of(new Organization(name, identifier, text(value, "url").orElse(null)));
    }

    private Optional<MonetaryAmount> salary(JsonNode value) {
      if (value.isString())
        return PayText.find(value.asString(), PayText.Context.of(Locale.US))
            .map(PayText.Found::amount);
      return Optional.of(PostingJson.MAPPER.treeToValue(value, MonetaryAmount.class));
    }

    private static Optional<Duration> span(JsonNode value) {
      return DurationText.parse(value.asString());
    }

    private static Optional<TaskKind> kind(JsonNode value) {
      return Optional.of(PostingJson.MAPPER.treeToValue(value, TaskKind.class));
    }

    private static Optional<Integer> whole(JsonNode value) {
      return value.isIntegralNumber() && value.canConvertToInt() && value.asInt() >= 0
          ? Optional.of(value.asInt())
          : Optional.empty();
    }

    private Optional<Instant> date(JsonNode value) {
      return DateText.parse(value.asString(), new DateText.Context(Locale.US, ZoneOffset.UTC, at));
    }

    private List<WorkReport> reports(JsonNode json) {
      List<WorkReport> reports = new ArrayList<>();
      int position = 0;
      for (JsonNode report : json.path("reports")) {
        String of = path + "reports[" + position++ + "]";
        if (report.isObject())
          new Reading(of + ".", at, passedOver).report(report).ifPresent(reports::add);
        else passedOver.add(of + " is no report");
      }
      return reports;
    }

    private Optional<WorkReport> report(JsonNode json) {
      ReportParts parts = new ReportParts();
      each(json, "minutes", Reading::positive, minutes -> parts.minutes = minutes);
      each(json, "at", this::date, date -> parts.at = date);
      each(json, "outcome", Reading::outcome, outcome -> parts.outcome = outcome);
      boolean nothing = parts.minutes == null && parts.outcome == null;
      if (nothing) return Optional.empty();
      return Optional.of(
          new WorkReport(
              text(json, "worker").orElse(null),
              parts.minutes,
              parts.at,
              parts.outcome,
              text(json, "by").orElse(null)));
    }

    private static Optional<BigDecimal> positive(JsonNode value) {
      BigDecimal minutes =
          value.isNumber() ? value.decimalValue() : new BigDecimal(value.asString());
      if (minutes.signum() <= 0)
        throw new IllegalArgumentException("a time must be more than 0, not " + minutes);
      return Optional.ofNullable(new WorkReport(null, minutes, null, null, null).minutes());
    }

    private static Optional<WorkReport.Outcome> outcome(JsonNode value) {
      return Optional.of(PostingJson.MAPPER.treeToValue(value, WorkReport.Outcome.class));
    }
  }

  /** Of a report, as far as it could be read. */
  private static final class ReportParts {
    private @Nullable BigDecimal minutes;
    private @Nullable Instant at;
    private WorkReport.@Nullable Outcome outcome;
  }
}
