package worthwhile.extract.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import worthwhile.source.FieldNames;
import worthwhile.source.Rule;
import worthwhile.text.CleanText;
import worthwhile.text.Places;
import worthwhile.text.time.DateText;
import worthwhile.text.time.DurationText;

/** Makes values of the texts of one row, by the kind that a field's name stands for. */
public final class FieldValues {
  private static final int LONGEST_COUNT = 9;
  private static final Pattern YEAR = Pattern.compile("\\d{4}|\\d[-/.' ]\\d{2}(?![:\\d])");

  private static final Pattern GROUPS = Pattern.compile("(?<=[0-9])[,.'\\s](?=[0-9]{3}(?![0-9]))");
  private static final Pattern POINTLESS = Pattern.compile("\\.0+$");
  private static final Pattern CODE = Pattern.compile("\\s*[A-Z]{2}\\s*");
  private static final Pattern WHOLE = Pattern.compile("(?<![-\\d])\\d+");

  private final RowReader reader;
  private final DateText.Context dates;

  public FieldValues(RowReader reader) {
    this.reader = reader;
    var source = reader.page().source();
    this.dates =
        new DateText.Context(source.locale(), source.timezone(), reader.page().response().at());
  }

  /** What became of a field. */
  public sealed interface Outcome {}

  /** A value. */
  public record Got(Object value) implements Outcome {}

  /** The row says nothing. */
  public record Missing() implements Outcome {}

  /** The row says something that is not what the field stands for. */
  public record Unreadable(String text) implements Outcome {}

  public Outcome of(String field, Rule rule) {
    Optional<FieldNames.Kind> kind = FieldNames.kind(field);
    if (kind.isEmpty()) return got(reader.texts(field).stream().findFirst());
    if (kind.get() == FieldNames.Kind.MONEY) return new PayFields(reader).of(rule);
    List<RowReader.Candidate> candidates = reader.candidates(field);
    if (candidates.isEmpty()) return new Missing();
    for (RowReader.Candidate candidate : candidates) {
      Optional<?> value = value(field, kind.get(), candidate);
      if (value.isPresent()) return new Got(value.get());
    }
    String text = candidates.getFirst().texts().getFirst();
    return kind.get() == FieldNames.Kind.COUNTRIES
            || CleanText.line(text).isEmpty()
            || field.equals("jobLocationType")
        ? new Missing()
        : new Unreadable(text);
  }

  private static Outcome got(Optional<?> value) {
    return value.<Outcome>map(Got::new).orElseGet(Missing::new);
  }

  private Optional<?> value(String field, FieldNames.Kind kind, RowReader.Candidate candidate) {
    List<String> texts = candidate.texts();
    String text = texts.getFirst();
    return switch (kind) {
      case LINE -> line(field, text);
      case TEXT -> nonBlank(candidate.plain() ? CleanText.repaired(text) : plain(texts));
      case LINK -> Links.absolute(candidate.base(), text);
      case DATE -> date(field, text, candidate.reading()).map(date -> told(field, text, date));
      case SPAN -> span(text, candidate.reading());
      case COUNT -> count(text).map(all -> Math.max(0, all - taken(candidate.reading())));
      case LINES -> lines(texts);
      case COUNTRIES -> countries(texts);
      case FLAG -> Optional.of(isTrue(text));
      case DECIMAL -> Amounts.number(text);
      case PAIRS -> Optional.of(texts).filter(pairs -> pairs.size() % 2 == 0);
      case MONEY -> Optional.empty();
    };
  }

  private static String plain(List<String> texts) {
    return String.join("\n", texts.stream().map(CleanText::plain).toList());
  }

  private static Optional<String> nonBlank(String text) {
    return Optional.of(text.strip()).filter(each -> !each.isEmpty());
  }

  private static Optional<String> line(String field, String text) {
    Optional<String> line = nonBlank(CleanText.line(text));
    return switch (field) {
      case "jobLocationType" ->
          line.map(each -> each.toUpperCase(Locale.ROOT))
              .filter(each -> each.matches("TELECOMMUTE|TRUE"))
              .map(each -> "TELECOMMUTE");
      case "language" ->
          line.map(each -> Locale.forLanguageTag(each).getLanguage())
              .filter(each -> each.length() == 2);
      default -> line;
    };
  }

  private Optional<Instant> date(String field, String text, Optional<Rule.Reading> reading) {
    if (reading.orElse(null) instanceof Rule.DateReading(String pattern))
      return DateText.parse(text, pattern, dates);
    return field.equals("validThrough")
        ? DateText.parseDeadline(text, dates)
        : DateText.parse(text, dates);
  }

  /**
   * What was written or posted is not of tomorrow: "30 December", read in autumn, is last year's.
   */
  private Instant told(String field, String text, Instant date) {
    boolean ahead = date.isAfter(dates.at().plus(Duration.ofDays(2)));
    if (!ahead || !field.matches("datePublished|datePosted") || YEAR.matcher(text).find())
      return date;
    return date.atZone(dates.zone()).minusYears(1).toInstant();
  }

  private static Optional<Duration> span(String text, Optional<Rule.Reading> reading) {
    Optional<Duration> span = Optional.empty();
    if (reading.orElse(null) instanceof Rule.DurationReading(var unit))
      span = Amounts.number(text).map(number -> seconds(number, unit.getDuration()));
    return span.or(() -> DurationText.parse(text)).filter(Duration::isPositive);
  }

  private static Duration seconds(BigDecimal number, Duration unit) {
    return Duration.ofSeconds(
        number
            .multiply(BigDecimal.valueOf(unit.toSeconds()))
            .setScale(0, RoundingMode.HALF_UP)
            .longValue());
  }

  private static Optional<Integer> count(String text) {
    String digits = POINTLESS.matcher(GROUPS.matcher(text).replaceAll("")).replaceFirst("");
    var matcher = WHOLE.matcher(digits);
    if (!matcher.find() || matcher.group().length() > LONGEST_COUNT) return Optional.empty();
    return Optional.of(Integer.parseInt(matcher.group()));
  }

  /** What is to be taken off a number; nothing where the row does not say. */
  private int taken(Optional<Rule.Reading> reading) {
    return reading.orElse(null) instanceof Rule.Difference(Rule minus)
        ? reader.first(minus).flatMap(FieldValues::count).orElse(0)
        : 0;
  }

  private static Optional<List<String>> lines(List<String> texts) {
    List<String> lines = new ArrayList<>();
    for (String text : texts) nonBlank(CleanText.line(text)).ifPresent(lines::add);
    return lines.isEmpty() ? Optional.empty() : Optional.of(lines.stream().distinct().toList());
  }

  /** Codes that stand in a list of their own are judged together: beside "US", "DE" is no state. */
  public static Optional<List<String>> countries(List<String> texts) {
    boolean list =
        texts.size() > 1 && texts.stream().allMatch(text -> CODE.matcher(text).matches());
    List<String> judged = list ? List.of(String.join(", ", texts)) : texts;
    List<String> codes =
        judged.stream().flatMap(text -> Places.countries(text).stream()).distinct().toList();
    return codes.isEmpty() ? Optional.empty() : Optional.of(codes);
  }

  private static boolean isTrue(String text) {
    return Stream.of("false", "no", "0", "off", "null").noneMatch(text.strip()::equalsIgnoreCase);
  }
}
