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
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import worthwhile.posting.JsonMistake;
import worthwhile.posting.Organization;
import worthwhile.posting.PostingJson;
import worthwhile.text.CleanText;
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
  private final Instant day;
  private final List<Work> rows = new ArrayList<>();
  private final List<FileReading.Rejected> rejected = new ArrayList<>();
  private final List<FileReading.Remark> remarks = new ArrayList<>();
  private long number;

  private MturkRows(Reader reader, String fileName) {
    this.reader = reader;
    this.day = day(fileName);
    this.cells =
        new Cells(
            new Mapping(Map.of(), "mturk", "USD", PACIFIC, false, false, null, Provenance.IMPORT),
            reader.now());
  }

  private static Instant day(String fileName) {
    Matcher found = DAY.matcher(fileName);
    if (!found.find()) return null;
    try {
      return LocalDate.parse(found.group(1)).atStartOfDay(PACIFIC).toInstant();
    } catch (java.time.DateTimeException noSuchDay) {
      return null; // The name says no day, then.
    }
  }

  static FileReading read(String text, String fileName, Reader reader) {
    JsonNode root;
    try {
      root = PostingJson.MAPPER.readTree(text);
    } catch (JacksonException e) {
      return new FileReading.Refused(
          "The file is no whole JSON (" + JsonMistake.of(e) + "). Export it again.");
    } catch (NumberFormatException e) {
      return new FileReading.Refused(
          "The file holds a number that is none (" + e.getMessage() + "). Export it again.");
    }
    MturkRows rows = new MturkRows(reader, fileName);
    rows.find(root, 0);
    if (rows.number == 0)
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

  /** Rows stand in lists, as values of an object, or below {@code results}. */
  private void find(JsonNode node, int depth) {
    if (isRow(node)) take(node);
    else if (depth < MAX_DEPTH && node.isContainer())
      for (JsonNode child : node) find(child, depth + 1);
  }

  private static boolean isRow(JsonNode node) {
    return node.isObject() && node.has("title") && (node.has("reward") || node.has("state"));
  }

  private void take(JsonNode row) {
    number++;
    try {
      rows.add(work(row));
    } catch (BadCell e) {
      rejected.add(new FileReading.Rejected(number, e.field(), e.getMessage()));
    }
  }

  private Work work(JsonNode row) throws BadCell {
    String id = row.path("hit_id").asString(row.path("id").asString(""));
    String title =
        cells
            .text(row.path("title").asString(""))
            .orElseThrow(() -> new BadCell("title", "it says not what the work was called"));
    if (id.isBlank()) throw new BadCell("hit_id", "it has no id of the HIT");
    Status status = status(row);
    Payment payment = Payment.of("USD", reward(row.path("reward")));
    if (status.isPaid() && payment.gross().signum() == 0)
      remarks.add(new FileReading.Remark(number, "paid with 0: it counts as time without money"));
    Instant date = cells.moment("date", row.path("date").asString("")).orElse(day);
    return new Work(
        null,
        reader.worker(),
        "mturk",
        id,
        null,
        title,
        requester(row),
        payment,
        new Times(null, date, null, null),
        status,
        Provenance.IMPORT,
        Recognition.byIdentifier("mturk", id),
        reader.now());
  }

  private Status status(JsonNode row) throws BadCell {
    String field = row.has("state") ? "state" : "status";
    return cells
        .status(
            field,
            row.path(field).asString("").replaceAll("(?<![\\s\\p{Zs}-])[\\s\\p{Zs}-]++$", ""))
        .orElseThrow(() -> new BadCell(field, "it says not what became of the work"));
  }

  private static BigDecimal reward(JsonNode reward) throws BadCell {
    JsonNode amount = reward.isObject() ? reward.path("amount_in_dollars") : reward;
    String currency = reward.path("currency_code").asString("USD");
    if (!currency.equals("USD")) throw new BadCell("reward", currency + " is not MTurk's currency");
    BigDecimal value =
        amount.isNumber() ? amount.decimalValue() : decimal(amount.asString("").replace("$", ""));
    if (value.signum() < 0) throw new BadCell("reward", value + " is below 0");
    if (value.scale() > 6) throw new BadCell("reward", value + " has too many decimals");
    if (value.compareTo(Payment.HIGHEST) > 0)
      throw new BadCell("reward", value + " is too much for one piece of work");
    return value;
  }

  private static BigDecimal decimal(String text) throws BadCell {
    if (!text.matches("\\d{1,7}(?:\\.\\d{1,6})?"))
      throw new BadCell("reward", Cells.quoted(text) + " is no amount of money");
    return new BigDecimal(text);
  }

  /** Names come with plus signs for blanks in one of the shapes. */
  private static Organization requester(JsonNode row) {
    JsonNode nested = row.path("requester");
    String name =
        row.path("requester_name").asString(nested.path("name").asString("").replace('+', ' '));
    String id = row.path("requester_id").asString(nested.path("id").asString(""));
    if (name.isBlank() && id.isBlank()) return null;
    return new Organization(
        name.isBlank() ? null : CleanText.line(name), id.isBlank() ? null : id, null);
  }
}
