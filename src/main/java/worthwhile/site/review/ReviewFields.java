package worthwhile.site.review;

import io.javalin.http.Context;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import worthwhile.community.ReviewDraft;
import worthwhile.posting.PostingJson;
import worthwhile.posting.word.Worded;
import worthwhile.reputation.statement.Outcome;
import worthwhile.reputation.statement.RejectionCause;
import worthwhile.reputation.statement.Review;
import worthwhile.reputation.statement.ReviewFactsBuilder;
import worthwhile.text.pay.SumText;

/**
 * What a request says of a review, by names: those of JSON and of the form are the same. A name
 * that is absent leaves what was said before, an empty value takes it back.
 */
final class ReviewFields {
  /** What a review has beside the name of what it is of. */
  static final List<String> NAMES =
      List.of(
          "outcome",
          "minutes",
          "unpaidMinutes",
          "paid",
          "paidAfterDays",
          "rejectedFor",
          "overturned",
          "screenedOutPaid",
          "answered",
          "again",
          "deactivated",
          "text");

  private static final String CURRENCY = "paid.currency";
  private static final String VALUE = "paid.value";

  private final Map<String, String> said;

  ReviewFields(Map<String, String> said) {
    this.said = said;
  }

  /** The fields of a form: all of a review, so that what is not among them is taken back. */
  static ReviewFields ofForm(Context ctx) {
    Map<String, String> said = new LinkedHashMap<>();
    for (String name : NAMES) said.put(name, field(ctx, name));
    said.remove("paid");
    String value = field(ctx, VALUE);
    said.put(VALUE, value);
    said.put(CURRENCY, value.isEmpty() ? "" : field(ctx, CURRENCY));
    leaveOutWhatDoesNotApply(said);
    return new ReviewFields(said);
  }

  /** Fields that begin with "if": of another outcome they are no answer. */
  private static void leaveOutWhatDoesNotApply(Map<String, String> said) {
    if (!Objects.requireNonNull(said.get("outcome"), "a form tells each field, empty or not")
        .equals(Outcome.REJECTED.word())) {
      said.put("rejectedFor", "");
      said.put("overturned", "");
    }
    boolean screened = said.get("outcome").equals(Outcome.SCREENED_OUT.word());
    if (!screened) said.put("screenedOutPaid", "");
    // The form holds what the task promises: of unpaid work it would stand as paid.
    boolean paid =
        said.get("outcome").equals(Outcome.PAID.word())
            || Objects.requireNonNull(
                    said.get("overturned"), "a form tells each field, empty or not")
                .equals("true")
            || Objects.requireNonNull(
                    said.get("screenedOutPaid"), "a form tells each field, empty or not")
                .equals("true");
    if (!paid) for (String name : List.of(VALUE, CURRENCY, "paidAfterDays")) said.put(name, "");
  }

  private static String field(Context ctx, String name) {
    return Optional.ofNullable(ctx.formParam(name)).orElse("").strip();
  }

  /**
   * The fields of a JSON object.
   *
   * @param further names that it may have besides
   * @throws IllegalArgumentException with the cause and what is allowed
   */
  static ReviewFields ofJson(String body, List<String> further) {
    JsonNode root = object(body);
    Map<String, String> said = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : root.properties()) {
      String name = entry.getKey();
      if (!NAMES.contains(name) && !further.contains(name)) throw unknown(name, further);
      if (name.equals("paid")) sum(entry.getValue(), said);
      else said.put(name, scalar(name, entry.getValue()));
    }
    return new ReviewFields(said);
  }

  private static JsonNode object(String body) {
    try {
      JsonNode root = PostingJson.MAPPER.readTree(body);
      if (root.isObject()) return root;
      throw new IllegalArgumentException("The body must be a JSON object.");
    } catch (JacksonException e) {
      throw new IllegalArgumentException("The body is no whole JSON. Send an object.", e);
    }
  }

  private static IllegalArgumentException unknown(String name, List<String> further) {
    String allowed = String.join(", ", NAMES);
    String more = further.isEmpty() ? "" : ", " + String.join(", ", further);
    return new IllegalArgumentException(
        "Unknown name " + name + ": allowed are " + allowed + more + ".");
  }

  private static void sum(JsonNode paid, Map<String, String> said) {
    boolean none = paid.isNull();
    if (!none && !paid.isObject())
      throw new IllegalArgumentException(
          "paid must be an object {\"currency\",\"value\"} or null.");
    for (String name : paid.propertyNames())
      if (!name.equals("currency") && !name.equals("value"))
        throw new IllegalArgumentException(
            "Unknown name " + name + " in paid: allowed are currency, value.");
    said.put(CURRENCY, none ? "" : scalar(CURRENCY, paid.path("currency")));
    said.put(VALUE, none ? "" : scalar(VALUE, paid.path("value")));
  }

  private static String scalar(String name, JsonNode node) {
    if (node.isNull() || node.isMissingNode()) return "";
    if (node.isValueNode()) return node.isNumber() ? number(name, node) : node.asString().strip();
    throw new IllegalArgumentException(name + " must be a single value.");
  }

  /** An exponent may ask for more digits than there is memory. */
  private static String number(String name, JsonNode node) {
    BigDecimal value = node.decimalValue();
    if (value.precision() - (long) value.scale() > 20 || value.scale() > 20)
      throw new IllegalArgumentException(name + " has too many digits.");
    return value.toPlainString();
  }

  /** What is said under a name; absent if nothing is. */
  Optional<String> said(String name) {
    return Optional.ofNullable(said.get(name)).filter(text -> !text.isEmpty());
  }

  /**
   * What the review says then.
   *
   * @param before what it said; absent for a new one
   * @param ofPlatform whether it is of a platform itself
   * @throws IllegalArgumentException with the cause and what is allowed
   */
  ReviewDraft over(Optional<ReviewDraft> before, boolean ofPlatform) {
    Outcome outcome =
        said.containsKey("outcome") || before.isEmpty()
            ? word("outcome", Outcome.class)
                .orElseThrow(() -> new IllegalArgumentException(lacks("outcome", Outcome.class)))
            : before.get().facts().outcome();
    boolean same = before.filter(draft -> draft.facts().outcome() == outcome).isPresent();
    Review.Facts known = before.map(ReviewDraft::facts).orElse(Review.Facts.of(outcome));
    var facts = ReviewFactsBuilder.builder(known).outcome(outcome);
    if (!same) facts.rejectedFor(null).overturned(null).screenedOutPaid(null);
    if (!same) facts.paid(null).currency(null).paidAfterDays(null);
    counts(facts);
    paid(facts);
    belonging(facts, outcome, ofPlatform);
    if (said.containsKey("answered")) facts.answered(truth("answered"));
    if (said.containsKey("again")) facts.again(truth("again"));
    Optional<String> text =
        said.containsKey("text") ? said("text") : before.flatMap(ReviewDraft::text);
    return new ReviewDraft(facts.build(), text).written(before);
  }

  private void counts(ReviewFactsBuilder facts) {
    if (said.containsKey("minutes")) facts.minutes(count("minutes", 10_000));
    if (said.containsKey("unpaidMinutes")) facts.unpaidMinutes(count("unpaidMinutes", 10_000));
    if (said.containsKey("paidAfterDays")) facts.paidAfterDays(count("paidAfterDays", 3_650));
  }

  /** What only some reviews can say. */
  private void belonging(ReviewFactsBuilder facts, Outcome outcome, boolean ofPlatform) {
    require("rejectedFor", outcome == Outcome.REJECTED, "the outcome rejected");
    require("overturned", outcome == Outcome.REJECTED, "the outcome rejected");
    require("screenedOutPaid", outcome == Outcome.SCREENED_OUT, "the outcome screened-out");
    require("deactivated", ofPlatform, "a review of a platform");
    if (said.containsKey("rejectedFor"))
      facts.rejectedFor(word("rejectedFor", RejectionCause.class).orElse(null));
    if (said.containsKey("overturned")) facts.overturned(truth("overturned"));
    if (said.containsKey("screenedOutPaid")) facts.screenedOutPaid(truth("screenedOutPaid"));
    if (said.containsKey("deactivated")) facts.deactivated(truth("deactivated"));
  }

  private void require(String name, boolean fits, String what) {
    if (!fits && said(name).isPresent())
      throw new IllegalArgumentException(name + " goes only with " + what + ".");
  }

  private void paid(ReviewFactsBuilder facts) {
    if (!said.containsKey(VALUE)) return;
    Optional<String> value = said(VALUE);
    Optional<String> code = said(CURRENCY).map(text -> text.toUpperCase(Locale.ROOT));
    if (value.isEmpty() && code.isEmpty()) {
      facts.paid(null).currency(null);
      return;
    }
    if (value.isEmpty())
      throw new IllegalArgumentException("What was paid needs a value such as 1.50.");
    SumText.Sum sum =
        SumText.parse(value.get(), value.get().matches(".*,\\d{1,2}\\D*"), code)
            .filter(found -> found.value().signum() >= 0 && found.value().scale() <= 6)
            .orElseThrow(
                () -> new IllegalArgumentException("What was paid must be a sum such as 1.50."));
    if (sum.currency().isPresent() && code.isPresent() && !sum.currency().equals(code))
      throw new IllegalArgumentException(
          "What was paid is in " + sum.currency().get() + ", the currency is " + code.get() + ".");
    facts.paid(sum.value());
    facts.currency(
        sum.currency()
            .or(() -> code)
            .flatMap(SumText::currency)
            .orElseThrow(
                () -> new IllegalArgumentException("What was paid needs a currency: USD, GBP …")));
  }

  private @Nullable Integer count(String name, int most) {
    Optional<String> text = said(name);
    if (text.isEmpty()) return null;
    if (text.get().matches("\\d{1,6}(\\.0+)?")) {
      int value = new BigDecimal(text.get()).intValue();
      if (value <= most) return value;
    }
    throw new IllegalArgumentException(name + " must be a whole number from 0 to " + most + ".");
  }

  private @Nullable Boolean truth(String name) {
    return switch (said(name).orElse("")) {
      case "" -> null;
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(name + " must be true or false.");
    };
  }

  private <E extends Enum<E> & Worded> Optional<E> word(String name, Class<E> kind) {
    return said(name)
        .map(
            text ->
                Worded.of(kind, text)
                    .orElseThrow(() -> new IllegalArgumentException(lacks(name, kind))));
  }

  private static <E extends Enum<E> & Worded> String lacks(String name, Class<E> kind) {
    return name + " must be one of " + Worded.words(kind) + ".";
  }
}
