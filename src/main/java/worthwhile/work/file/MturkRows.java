package worthwhile.work.file;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import worthwhile.posting.JsonMistake;
import worthwhile.posting.PostingJson;
import worthwhile.text.FailureText;
import worthwhile.text.pay.SumText;
import worthwhile.work.Payment;
import worthwhile.work.Provenance;
import worthwhile.work.Recognition;
import worthwhile.work.Status;
import worthwhile.work.Times;
import worthwhile.work.Work;

/**
 * A Mechanical Turk worker's history as JSON: answers of the dashboard's day pages ({@code results}
 * with {@code hit_id}, {@code requester_name}, {@code reward}, {@code state}), one or several in a
 * list, and the data base of a worker's script ({@code id}, {@code requester}, {@code date}, {@code
 * reward}, {@code status}).
 *
 * <p>Day pages do not say of which day they are: the file's name may ({@code 2026-08-01.json}).
 * Amounts are US dollars, days those of the Pacific coast.
 */
final class MturkRows {
  private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
  private static final Pattern DAY = Pattern.compile("(20\\d\\d-\\d\\d-\\d\\d)");
  private static final int MAX_DEPTH = 4;

  private final Reader reader;
  private final Cells cells;
  private final Optional<Instant> day;
  private final List<Work> rows = new ArrayList<>();
  private final List<FileReading.Rejected> rejected = new ArrayList<>();
  private final List<FileReading.Remark> remarks = new ArrayList<>();
  private long number;

  private MturkRows(Reader reader, String fileName) {
    this.reader = reader;
    this.day = day(fileName);
    this.cells =
        new Cells(
            new Mapping(
                Map.of(),
                "mturk",
                "USD",
                PACIFIC,
                false,
                false,
                true,
                Status.PENDING,
                Provenance.IMPORT),
            reader.now());
  }

  private static Optional<Instant> day(String fileName) {
    Matcher found = DAY.matcher(fileName);
    if (!found.find()) return Optional.empty();
    try {
      return Optional.of(LocalDate.parse(found.group(1)).atStartOfDay(PACIFIC).toInstant());
    } catch (java.time.DateTimeException noSuchDay) {
      return Optional.empty(); // The name says no day, then.
    }
  }

  static FileReading read(String text, String fileName, Reader reader) {
    MturkRows rows = new MturkRows(reader, fileName);
    try {
      if (isLines(text)) rows.lines(text);
      else rows.find(PostingJson.MAPPER.readTree(text), 0);
    } catch (JacksonException e) {
      return new FileReading.Refused(
          "The file is no whole JSON (" + JsonMistake.of(e) + "). Export it again.");
    } catch (NumberFormatException e) {
      return new FileReading.Refused(
          "The file holds a number that is none (" + e.getMessage() + "). Export it again.");
    }
    if (rows.rows.isEmpty() && rows.rejected.isEmpty())
      return new FileReading.Refused(
          "The file holds no rows of a Mechanical Turk history: rows have a title, a reward and a"
              + " state or status.");
    return new FileReading.Understood(
        Format.MTURK_HISTORY,
        Optional.empty(),
        Optional.empty(),
        rows.rows,
        rows.rejected,
        rows.remarks);
  }

  /** Whether it is JSON Lines: more than one, of which the first is a whole object. */
  private static boolean isLines(String text) {
    List<String> first = text.lines().filter(line -> !line.isBlank()).limit(2).toList();
    if (first.size() < 2 || !first.getFirst().strip().startsWith("{")) return false;
    try {
      return PostingJson.MAPPER.readTree(first.getFirst()).isObject();
    } catch (JacksonException | NumberFormatException e) {
      return false; // One object over several lines.
    }
  }

  /** A row on each line; one that is no whole JSON ends itself alone. */
  private void lines(String text) {
    for (String line : text.lines().toList()) {
      if (line.isBlank()) number++;
      else line(line);
    }
  }

  private void line(String text) {
    JsonNode row;
    try {
      row = PostingJson.MAPPER.readTree(text);
    } catch (JacksonException e) {
      rejected.add(new FileReading.Rejected(++number, "", cutOff(JsonMistake.of(e))));
      return;
    } catch (NumberFormatException e) {
      rejected.add(new FileReading.Rejected(++number, "", cutOff("a number that is none")));
      return;
    }
    take(row);
  }

  private static String cutOff(String mistake) {
    return "the line is no whole JSON, perhaps cut off (" + mistake + "): export it again";
  }

  /** Rows stand in lists, as values of an object, or below {@code results}. */
  private void find(JsonNode node, int depth) {
    if (isRow(node)) take(node);
    else if (node.isArray() && anyRow(node)) node.forEach(this::take);
    else if (depth < MAX_DEPTH && node.isContainer())
      for (JsonNode child : node) find(child, depth + 1);
  }

  private static boolean isRow(JsonNode node) {
    if (!node.isObject()) return false;
    MturkRow row = MturkRow.of(node);
    return row.has("title", "hit id") && (row.has("reward", "pay") || row.has("state", "status"));
  }

  private static boolean anyRow(JsonNode list) {
    for (JsonNode child : list) if (isRow(child)) return true;
    return false;
  }

  private void take(JsonNode row) {
    number++;
    try {
      rows.add(work(MturkRow.of(row)));
    } catch (BadCell e) {
      rejected.add(new FileReading.Rejected(number, e.field(), FailureText.of(e)));
    }
  }

  private Work work(MturkRow row) throws BadCell {
    String id = row.text("hit id", "id");
    String title =
        cells
            .text(row.text("title"))
            .orElseThrow(() -> new BadCell("title", "it says not what the work was called"));
    if (id.isBlank()) throw new BadCell("hit_id", "it has no id of the HIT");
    Status status = status(row);
    BigDecimal reward = money(row, "reward", "pay");
    if (reward == null) throw new BadCell("reward", "it says not what it pays");
    Payment payment = new Payment("USD", reward, money(row, "bonus", "bonus amount"), null, null);
    if (status.isPaid() && payment.gross().signum() == 0)
      remarks.add(new FileReading.Remark(number, "paid with 0: it counts as time without money"));
    Optional<Instant> date =
        cells.moment("date", row.text("date", "submitted at", "submitted")).or(() -> day);
    return new Work(
        null,
        reader.worker(),
        "mturk",
        id,
        null,
        title,
        row.requester(),
        payment,
        new Times(null, date.orElse(null), null, null),
        status,
        Provenance.IMPORT,
        Recognition.byIdentifier("mturk", id),
        reader.now(),
        PACIFIC);
  }

  private Status status(MturkRow row) throws BadCell {
    String word = row.text("state", "status").replaceAll("(?<![\\s\\p{Zs}-])[\\s\\p{Zs}-]++$", "");
    return cells
        .status("status", word)
        .orElseThrow(() -> new BadCell("status", "it says not what became of the work"));
  }

  /** Dollars; null if the row does not tell them. */
  private @Nullable BigDecimal money(MturkRow row, String... names) throws BadCell {
    String name = names[0];
    JsonNode told = row.value(names);
    JsonNode amount = told.isObject() ? told.path("amount_in_dollars") : told;
    String currency = told.path("currency_code").asString("USD");
    if (!currency.equals("USD")) throw new BadCell(name, currency + " is not MTurk's currency");
    BigDecimal value =
        amount.isNumber()
            ? amount.decimalValue()
            : cells
                .sum(name, amount.asString(""), Optional.of("USD"))
                .map(SumText.Sum::value)
                .orElse(null);
    if (value == null) return null;
    if (value.signum() < 0) throw new BadCell(name, value + " is below 0");
    if (value.scale() > 6) throw new BadCell(name, value + " has too many decimals");
    if (value.compareTo(Payment.HIGHEST) > 0)
      throw new BadCell(name, value + " is too much for one piece of work");
    return value;
  }
}
