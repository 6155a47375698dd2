package worthwhile.work.file;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a column of somebody's file may mean, with the names that such columns carry. */
public enum Column {
  TITLE(
      "What the work was called",
      "title",
      "study",
      "study name",
      "task",
      "task name",
      "job",
      "job name",
      "test",
      "test name",
      "description",
      "project name",
      "name",
      "mission",
      "offer",
      "activity",
      "assignment"),
  STARTED(
      "When it began",
      "started",
      "started at",
      "start",
      "start time",
      "start date",
      "accepted",
      "accepted at",
      "begin",
      "date started"),
  SUBMITTED(
      "When it was handed in",
      "submitted",
      "submitted at",
      "completed",
      "completed at",
      "completed on",
      "finished",
      "finished at",
      "end",
      "end time",
      "date completed",
      "completion date",
      "date and time",
      "date",
      "day",
      "end date",
      "transaction date",
      "date submitted"),
  MINUTES(
      "Time really worked",
      "active",
      "minutes",
      "minutes worked",
      "duration",
      "time spent",
      "time taken",
      "time worked",
      "work time",
      "active minutes",
      "hours",
      "hours worked"),
  ELAPSED("Time by the clock, with breaks", "elapsed", "elapsed minutes", "minutes by the clock"),
  REWARD(
      "Pay promised",
      "reward",
      "pay",
      "payment",
      "amount",
      "payment amount",
      "earned",
      "earnings",
      "payout",
      "price",
      "test reward",
      "credit",
      "money",
      "paid amount",
      "rate"),
  BONUS("Bonus", "bonus", "bonuses", "tip", "tips"),
  FEE("Fee that the platform keeps", "fee", "fees", "commission", "service fee"),
  CURRENCY("Currency", "currency", "currency code", "cur"),
  PAID(
      "When it was paid", "paid", "paid at", "paid on", "payment date", "date paid", "payout date"),
  STATUS(
      "What became of it",
      "status",
      "state",
      "payment status",
      "result",
      "outcome",
      "approval",
      "approval status"),
  REQUESTER(
      "Who offered it",
      "requester",
      "requester name",
      "researcher",
      "client",
      "client name",
      "customer",
      "employer",
      "company",
      "advertiser",
      "buyer"),
  REQUESTER_ID("The requester's id", "requester id", "researcher id", "client id"),
  IDENTIFIER(
      "The platform's id of it",
      "identifier",
      "id",
      "submission id",
      "hit id",
      "assignment id",
      "task id",
      "session",
      "session #",
      "session id",
      "transaction id",
      "reference",
      "job id"),
  PLATFORM("Platform", "platform", "site", "website", "source"),
  FINGERPRINT("Worthwhile's own mark", "fingerprint");

  /**
   * What a name carries beside its meaning: "Amount (EUR)", "Reward USD", "Duration in minutes".
   */
  private static final Pattern UNIT =
      Pattern.compile(
          "\\([^()]{0,80}+\\)|\\b(?:usd|eur|gbp|cad|aud|inr|chf|sek|pln|brl|php)\\b|[£€$₹:]"
              + "| in (?:minutes|hours|seconds)\\b");

  private static final int LONGEST = 100;

  private final String label;
  private final List<String> names;

  Column(String label, String... names) {
    this.label = label;
    this.names = List.of(names);
  }

  /** For people. */
  public String label() {
    return label;
  }

  /** As it stands in options and forms: {@code requester-id}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How well a bare header fits: 0 for the best, -1 for not at all. */
  int fit(String bare) {
    return names.indexOf(bare);
  }

  /** A header without its unit, in lower case. What is longer than any name is cut. */
  static String bare(String header) {
    String start = header.substring(0, Math.min(header.length(), LONGEST));
    String bare = UNIT.matcher(start.toLowerCase(Locale.ROOT)).replaceAll(" ");
    return bare.replaceAll("[\\s_]+", " ").strip();
  }

  /** By its word; absent if there is none. */
  public static Optional<Column> of(String word) {
    return Arrays.stream(values()).filter(c -> c.word().equalsIgnoreCase(word.strip())).findFirst();
  }
}
