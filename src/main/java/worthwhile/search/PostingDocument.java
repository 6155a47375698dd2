package worthwhile.search;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingJson;
import worthwhile.posting.UnitText;
import worthwhile.posting.WorkReport;

/** A posting as the index holds it, and back. */
final class PostingDocument {
  static final String CURRENCY = "USD";

  private PostingDocument() {}

  static Document of(Posting posting, Function<Posting, Optional<BigDecimal>> rewardUsd) {
    Document document = new Document();
    document.add(new StringField(Fields.ID, posting.id(), Field.Store.NO));
    document.add(new BinaryDocValuesField(Fields.ID, new BytesRef(posting.id())));
    document.add(new StoredField(Fields.JSON, utf8(PostingJson.stored(posting))));
    document.add(new TextField(Fields.TITLE, posting.job().title(), Field.Store.NO));
    texts(posting).forEach(text -> document.add(new TextField(Fields.TEXT, text, Field.Store.NO)));
    for (Dimension dimension : Dimension.values()) dimension.addTo(document, posting);
    addNumbers(document, posting, rewardUsd);
    return document;
  }

  static Posting posting(BytesRef json) {
    return PostingJson.read(
        new String(json.bytes, json.offset, json.length, StandardCharsets.UTF_8));
  }

  /** US millionths: exact for every price of micro-work. */
  static long millionths(BigDecimal amount, RoundingMode rounding) {
    return amount.movePointRight(6).setScale(0, rounding).longValue();
  }

  /** What a posting pays for one task or project if that is stated in USD. */
  static Optional<BigDecimal> statedUsd(Posting posting) {
    MonetaryAmount amount = posting.job().baseSalary();
    if (amount == null || !amount.currency().equals(CURRENCY)) return Optional.empty();
    if (amount.unitText() != UnitText.TASK && amount.unitText() != UnitText.PROJECT)
      return Optional.empty();
    return Optional.of(amount.minValue() == null ? amount.maxValue() : amount.minValue());
  }

  static Optional<BigDecimal> hourlyUsd(Posting posting) {
    return Optional.ofNullable(posting.pay())
        .filter(pay -> CURRENCY.equals(pay.currency()))
        .map(pay -> pay.median());
  }

  /** Time stated, else the mean of the times told. */
  static Optional<Duration> duration(Posting posting) {
    if (posting.job().timeRequired() != null) return Optional.of(posting.job().timeRequired());
    List<BigDecimal> told =
        posting.job().reports().stream().map(WorkReport::minutes).filter(m -> m != null).toList();
    if (told.isEmpty()) return Optional.empty();
    BigDecimal sum = told.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal millis = sum.multiply(BigDecimal.valueOf(60_000));
    return Optional.of(
        Duration.ofMillis(
            millis.divide(BigDecimal.valueOf(told.size()), RoundingMode.HALF_UP).longValue()));
  }

  static Optional<Instant> posted(Posting posting) {
    return Optional.ofNullable(
        posting.job().datePosted() != null
            ? posting.job().datePosted()
            : posting.standing().firstSeen());
  }

  static boolean saysPay(Posting posting) {
    return posting.pay() != null || posting.job().baseSalary() != null;
  }

  private static void addNumbers(
      Document document, Posting posting, Function<Posting, Optional<BigDecimal>> rewardUsd) {
    long hourly = amount(hourlyUsd(posting));
    long reward = amount(rewardUsd.apply(posting));
    long time = duration(posting).map(Duration::toMillis).orElse(Fields.NO_TIME);
    long posted = posted(posting).map(PostingDocument::millis).orElse(Fields.NO_DATE);
    addNumber(document, Fields.HOURLY, hourly);
    addNumber(document, Fields.REWARD, reward);
    addNumber(document, Fields.DURATION, time);
    addNumber(document, Fields.POSTED, posted);
    if (posting.job().validThrough() != null)
      document.add(new NumericDocValuesField(Fields.ENDS, millis(posting.job().validThrough())));
    addNumber(document, Fields.PAYS, saysPay(posting) ? 1 : 0);
    document.add(new NumericDocValuesField(Fields.BOOST, Boost.packed(posting)));
  }

  /** Also for dates that no calendar of people knows. */
  static long millis(Instant instant) {
    return Math.clamp(instant.getEpochSecond(), -(1L << 40), 1L << 40) * 1000
        + instant.getNano() / 1_000_000;
  }

  private static void addNumber(Document document, String field, long value) {
    document.add(new NumericDocValuesField(field, value));
  }

  private static long amount(Optional<BigDecimal> value) {
    return value.map(x -> millionths(x, RoundingMode.FLOOR)).orElse(Fields.NO_PAY);
  }

  private static Stream<String> texts(Posting posting) {
    Stream<String> single =
        Stream.of(
                posting.job().title(),
                posting.job().description(),
                posting.job().hiringOrganization() == null
                    ? null
                    : posting.job().hiringOrganization().name(),
                posting.job().platform(),
                posting.job().occupationalCategory(),
                posting.job().jobLocation())
            .filter(text -> text != null);
    return Stream.concat(single, posting.job().skills().stream());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
