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
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.PostingJson;
import worthwhile.posting.UnitText;
import worthwhile.posting.WorkReport;

/** A posting as the index holds it, and back. */
final class PostingDocument {
  static final String CURRENCY = "USD";

  private PostingDocument() {}

  static Document of(JobPosting posting, Function<JobPosting, Optional<BigDecimal>> rewardUsd) {
    Document document = new Document();
    document.add(new StringField(Fields.ID, posting.id(), Field.Store.NO));
    document.add(new BinaryDocValuesField(Fields.ID, new BytesRef(posting.id())));
    document.add(new StoredField(Fields.JSON, utf8(PostingJson.stored(posting))));
    document.add(new TextField(Fields.TITLE, posting.title(), Field.Store.NO));
    texts(posting).forEach(text -> document.add(new TextField(Fields.TEXT, text, Field.Store.NO)));
    for (Dimension dimension : Dimension.values()) dimension.addTo(document, posting);
    addNumbers(document, posting, rewardUsd);
    return document;
  }

  static JobPosting posting(BytesRef json) {
    return PostingJson.readPosting(
        new String(json.bytes, json.offset, json.length, StandardCharsets.UTF_8));
  }

  /** US millionths: exact for every price of micro-work. */
  static long millionths(BigDecimal amount, RoundingMode rounding) {
    return amount.movePointRight(6).setScale(0, rounding).longValue();
  }

  /** What a posting pays for one task or project if that is stated in USD. */
  static Optional<BigDecimal> statedUsd(JobPosting posting) {
    MonetaryAmount amount = posting.baseSalary();
    if (amount == null || !amount.currency().equals(CURRENCY)) return Optional.empty();
    if (amount.unitText() != UnitText.TASK && amount.unitText() != UnitText.PROJECT)
      return Optional.empty();
    return Optional.of(amount.minValue() == null ? amount.maxValue() : amount.minValue());
  }

  static Optional<BigDecimal> hourlyUsd(JobPosting posting) {
    return Optional.ofNullable(posting.pay())
        .filter(pay -> CURRENCY.equals(pay.currency()))
        .map(pay -> pay.median());
  }

  /** Time stated, else the mean of the times told. */
  static Optional<Duration> duration(JobPosting posting) {
    if (posting.timeRequired() != null) return Optional.of(posting.timeRequired());
    List<BigDecimal> told =
        posting.reports().stream().map(WorkReport::minutes).filter(m -> m != null).toList();
    if (told.isEmpty()) return Optional.empty();
    BigDecimal sum = told.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal millis = sum.multiply(BigDecimal.valueOf(60_000));
    return Optional.of(
        Duration.ofMillis(
            millis.divide(BigDecimal.valueOf(told.size()), RoundingMode.HALF_UP).longValue()));
  }

  static Optional<Instant> posted(JobPosting posting) {
    return Optional.ofNullable(
        posting.datePosted() != null ? posting.datePosted() : posting.firstSeen());
  }

  static boolean saysPay(JobPosting posting) {
    return posting.pay() != null || posting.baseSalary() != null;
  }

  private static void addNumbers(
      Document document, JobPosting posting, Function<JobPosting, Optional<BigDecimal>> rewardUsd) {
    long hourly = amount(hourlyUsd(posting));
    long reward = amount(rewardUsd.apply(posting));
    long time = duration(posting).map(Duration::toMillis).orElse(Fields.NO_TIME);
    long posted = posted(posting).map(PostingDocument::millis).orElse(Fields.NO_DATE);
    addNumber(document, Fields.HOURLY, hourly);
    addNumber(document, Fields.REWARD, reward);
    addNumber(document, Fields.DURATION, time);
    addNumber(document, Fields.POSTED, posted);
    if (posting.validThrough() != null)
      document.add(new NumericDocValuesField(Fields.ENDS, millis(posting.validThrough())));
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

  private static Stream<String> texts(JobPosting posting) {
    Stream<String> single =
        Stream.of(
                posting.title(),
                posting.description(),
                posting.hiringOrganization() == null ? null : posting.hiringOrganization().name(),
                posting.platform(),
                posting.occupationalCategory(),
                posting.jobLocation())
            .filter(text -> text != null);
    return Stream.concat(single, posting.skills().stream());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
