package worthwhile.work.file;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import worthwhile.work.Status;

/** The words that platforms have for what became of a piece of work. */
final class StatusWords {
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}]+");

  private static final Map<String, Status> WORDS =
      Map.ofEntries(
          Map.entry("pending", Status.PENDING),
          Map.entry("submitted", Status.PENDING),
          Map.entry("pending approval", Status.PENDING),
          Map.entry("pending payment", Status.PENDING),
          Map.entry("pending employer review", Status.PENDING),
          Map.entry("pending review", Status.PENDING),
          Map.entry("awaiting review", Status.PENDING),
          Map.entry("awaiting approval", Status.PENDING),
          Map.entry("in review", Status.PENDING),
          Map.entry("under review", Status.PENDING),
          Map.entry("processing", Status.PENDING),
          Map.entry("revise", Status.PENDING),
          Map.entry("approved", Status.APPROVED),
          Map.entry("accepted", Status.APPROVED),
          Map.entry("credited", Status.APPROVED),
          Map.entry("confirmed", Status.APPROVED),
          Map.entry("complete", Status.APPROVED),
          Map.entry("completed", Status.APPROVED),
          Map.entry("satisfied", Status.APPROVED),
          Map.entry("paid", Status.PAID),
          Map.entry("paid out", Status.PAID),
          Map.entry("satisfied paid", Status.PAID),
          Map.entry("payment sent", Status.PAID),
          Map.entry("payment received", Status.PAID),
          Map.entry("received", Status.PAID),
          Map.entry("rejected", Status.REJECTED),
          Map.entry("denied", Status.REJECTED),
          Map.entry("declined", Status.REJECTED),
          Map.entry("not satisfied", Status.REJECTED),
          Map.entry("unsatisfied", Status.REJECTED),
          Map.entry("reversed", Status.REJECTED),
          Map.entry("not paid", Status.REJECTED),
          Map.entry("unpaid", Status.REJECTED),
          Map.entry("returned", Status.RETURNED),
          Map.entry("screened out", Status.SCREENED_OUT),
          Map.entry("screenout", Status.SCREENED_OUT),
          Map.entry("disqualified", Status.SCREENED_OUT),
          Map.entry("timed out", Status.TIMED_OUT),
          Map.entry("timeout", Status.TIMED_OUT),
          Map.entry("expired", Status.TIMED_OUT),
          Map.entry("abandoned", Status.ABANDONED),
          Map.entry("cancelled", Status.ABANDONED),
          Map.entry("canceled", Status.ABANDONED),
          Map.entry("quit", Status.ABANDONED),
          Map.entry("not approved", Status.REJECTED),
          Map.entry("not accepted", Status.REJECTED),
          Map.entry("bezahlt", Status.PAID),
          Map.entry("genehmigt", Status.APPROVED),
          Map.entry("ausstehend", Status.PENDING),
          Map.entry("abgelehnt", Status.REJECTED),
          Map.entry("zurückgegeben", Status.RETURNED),
          Map.entry("payé", Status.PAID),
          Map.entry("approuvé", Status.APPROVED),
          Map.entry("en attente", Status.PENDING),
          Map.entry("refusé", Status.REJECTED),
          Map.entry("pagado", Status.PAID),
          Map.entry("pago", Status.PAID),
          Map.entry("aprobado", Status.APPROVED),
          Map.entry("pendiente", Status.PENDING),
          Map.entry("rechazado", Status.REJECTED));

  private static final Pattern YES = Pattern.compile("yes|y|true|x|✓|✔|☑|✅|1|ja|oui|sí|si|sim|tak");
  private static final Pattern NO =
      Pattern.compile(
          "no|n|false|0|nein|non|não|nao|nie|✗|✘|☐|❌|not yet|noch nicht|pas encore|todavía no"
              + "|aún no|ainda não");

  /** What people write before the word in the name of a column: "Got paid?". */
  private static final Pattern AUXILIARY =
      Pattern.compile("^(?:(?:been|got|was|is|has|have|already|i|ya|déjà|schon) )+");

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\s]+|\\s(?:and|und|et|y)\\s");

  /** Words for work that is still being done. */
  private static final Pattern UNDER_WAY =
      Pattern.compile("reserved|active|assigned|started|in progress|accepted by you");

  private StatusWords() {}

  /** What a word means; absent if it is not known. */
  static Optional<Status> of(String word) {
    return Optional.ofNullable(WORDS.get(key(word))).or(() -> together(word));
  }

  /**
   * What several words mean together, as "Approved - Pending Payment": the furthest of them; absent
   * if one is not known, or some say paid and others lost.
   */
  private static Optional<Status> together(String words) {
    EnumSet<Status> told = EnumSet.noneOf(Status.class);
    for (String word : BETWEEN.split(words)) {
      if (word.isBlank()) continue;
      Status status = WORDS.get(key(word));
      if (status == null) return Optional.empty();
      told.add(status);
    }
    boolean contradict =
        told.stream().anyMatch(Status::isPaid) && told.stream().anyMatch(Status::isLost);
    if (contradict) return Optional.empty();
    return told.stream().reduce((before, status) -> status.after(before));
  }

  /** Whether a cell says yes or no. */
  static boolean isMark(String cell) {
    String mark = cell.strip().toLowerCase(Locale.ROOT);
    return YES.matcher(mark).matches() || NO.matcher(mark).matches();
  }

  /** What a yes means in a column of this name: "Paid?"; absent if the name is no status. */
  static Optional<Status> asked(String column) {
    String bare = key(ColumnName.of(column).bare());
    return Optional.ofNullable(WORDS.get(AUXILIARY.matcher(bare).replaceFirst("")));
  }

  /** What a yes or no means in a column of this name; absent if the cell is neither. */
  static Optional<Status> marked(String column, String cell) {
    String mark = cell.strip().toLowerCase(Locale.ROOT);
    if (NO.matcher(mark).matches()) return Optional.of(Status.PENDING);
    return YES.matcher(mark).matches() ? asked(column) : Optional.empty();
  }

  /** Whether the word says that the work has not ended yet. */
  static boolean isUnderWay(String word) {
    return UNDER_WAY.matcher(key(word)).matches();
  }

  private static String key(String word) {
    return OTHER.matcher(word.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
