package worthwhile.work.file;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
      "assignment",
      "hit title",
      "task title",
      "job title",
      "study title",
      "project title",
      "survey",
      "survey name",
      "test title",
      "titel",
      "studie",
      "titre",
      "tâche",
      "título",
      "tarea",
      "tarefa"),
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
      "date started",
      "time started",
      "begun",
      "began",
      "accept time",
      "begin time",
      "beginn",
      "start at"),
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
      "date submitted",
      "time submitted",
      "submit time",
      "submission date",
      "submission time",
      "time completed",
      "timestamp",
      "work date",
      "date worked",
      "hit date",
      "stopped at",
      "stop",
      "datum",
      "fecha",
      "data",
      "finish",
      "end at",
      "ended",
      "ended at"),
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
      "hours worked",
      "seconds",
      "work duration",
      "dauer",
      "stunden",
      "minuten",
      "durée",
      "duración",
      "time elapsed",
      "total time",
      "min",
      "mins",
      "minutos",
      "hrs",
      "sec",
      "secs",
      "time"),
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
      "reward amount",
      "amount paid",
      "pay amount",
      "amount earned",
      "earning",
      "betrag",
      "verdienst",
      "vergütung",
      "auszahlung",
      "montant",
      "gain",
      "importe",
      "valor",
      "ganancia",
      "income",
      "paid",
      "total",
      "total pay",
      "total earned",
      "rate"),
  BONUS("Bonus", "bonus", "bonuses", "tip", "tips", "bonus amount", "bonus paid"),
  FEE("Fee that the platform keeps", "fee", "fees", "commission", "service fee"),
  CURRENCY(
      "Currency",
      "currency",
      "currency code",
      "cur",
      "reward currency",
      "payment currency",
      "amount currency",
      "währung",
      "devise",
      "moneda"),
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
      "approval status",
      "task status",
      "hit status",
      "submission status",
      "current status",
      "assignment status",
      "transaction status",
      "review status",
      "work status",
      "statut",
      "estado",
      "zustand"),
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
      "buyer",
      "auftraggeber",
      "author",
      "lab"),
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
      "job id",
      "order id",
      "payment id"),
  PLATFORM("Platform", "platform", "site", "website", "source"),
  FINGERPRINT("Worthwhile's own mark", "fingerprint");

  private static final int LONGEST = 60;

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

  /** Whether a cell is a usual name of a column. */
  static boolean isName(String cell) {
    if (cell.isBlank() || cell.length() > LONGEST) return false;
    String bare = ColumnName.of(cell).bare();
    return Arrays.stream(values()).anyMatch(column -> column.fit(bare) >= 0);
  }

  /** By its word; absent if there is none. */
  public static Optional<Column> of(String word) {
    return Arrays.stream(values()).filter(c -> c.word().equalsIgnoreCase(word.strip())).findFirst();
  }
}
