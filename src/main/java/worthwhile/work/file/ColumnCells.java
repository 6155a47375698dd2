package worthwhile.work.file;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import worthwhile.text.pay.SumText;
import worthwhile.text.time.DateText;
import worthwhile.text.time.DurationText;
import worthwhile.work.file.word.Booked;

/**
 * The cells of a column, to tell what it can mean: a column of yes and no is no date of payment,
 * whatever it is called.
 *
 * @param filled those that hold anything, without blanks around
 */
record ColumnCells(List<String> filled, DateText.Context dates) {
  private static final Pattern DIGIT = Pattern.compile("\\d");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");
  private static final Pattern TIME_OF_DAY =
      Pattern.compile("\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?\\s?(?i:[ap]\\.?m\\.?)?");
  private static final Pattern WHOLE = Pattern.compile("\\d{1,3}");
  private static final Pattern BELOW_60 = Pattern.compile("[0-5]?\\d");
  private static final Pattern LENGTH = Pattern.compile("[\\d:.,]+");

  boolean isEmpty() {
    return filled.isEmpty();
  }

  /** Whether at least half of them can be read so. */
  boolean fit(Column column) {
    return switch (column) {
      case TITLE -> most(LETTER.asPredicate());
      case STARTED, SUBMITTED -> most(this::isDate);
      case PAID -> most(this::isDate) && !areMarks();
      case MINUTES, ELAPSED -> most(ColumnCells::isLength);
      case REWARD, BONUS, FEE -> most(Booked::isSum) && !areMarks();
      case STATUS -> most(cell -> StatusWords.of(cell).isPresent() || StatusWords.isUnderWay(cell));
      case CURRENCY -> most(cell -> SumText.currency(cell).isPresent());
      case IDENTIFIER -> filled.size() < 3 || filled.stream().distinct().count() > 1;
      case REQUESTER, REQUESTER_ID, PLATFORM, FINGERPRINT -> !isEmpty();
    };
  }

  /** Whether they are something else for certain, so that they are not even read to be refused. */
  boolean contradict(Column column) {
    if (isEmpty()) return false;
    return switch (column) {
      case STARTED, SUBMITTED -> !most(DIGIT.asPredicate()) || areTimesOfDay();
      case PAID ->
          !most(DIGIT.asPredicate()) || areTimesOfDay() || areMarks() || most(Booked::isSum);
      case REWARD, BONUS, FEE, MINUTES, ELAPSED -> !most(DIGIT.asPredicate()) || areMarks();
      case IDENTIFIER -> !fit(column);
      case TITLE, STATUS, CURRENCY, REQUESTER, REQUESTER_ID, PLATFORM, FINGERPRINT -> false;
    };
  }

  /** Whether all say yes or no. */
  boolean areMarks() {
    return !isEmpty() && filled.stream().allMatch(StatusWords::isMark);
  }

  /** Whether they say yes or no, some perhaps the status itself: "yes, no, rejected". */
  boolean tellMarks() {
    return filled.stream().anyMatch(StatusWords::isMark)
        && filled.stream()
            .allMatch(cell -> StatusWords.isMark(cell) || StatusWords.of(cell).isPresent());
  }

  /** Whether they are lengths that name their units: "12 min". */
  boolean nameUnits() {
    return most(cell -> LETTER.matcher(cell).find() && DurationText.parse(cell).isPresent());
  }

  /**
   * Whether they are whole numbers, as of lengths in several columns.
   *
   * @param largest whether their unit is the largest, of which there may be any number
   */
  boolean areParts(boolean largest) {
    return !isEmpty()
        && filled.stream().allMatch(cell -> (largest ? WHOLE : BELOW_60).matcher(cell).matches());
  }

  /** Whether they are hours of a day that another column tells. */
  boolean areTimesOfDay() {
    return most(cell -> TIME_OF_DAY.matcher(cell).matches());
  }

  private boolean isDate(String cell) {
    return DIGIT.matcher(cell).find()
        && !TIME_OF_DAY.matcher(cell).matches()
        && DateText.parse(
                DayOrder.DAY_FIRST.iso(cell).or(() -> DayOrder.MONTH_FIRST.iso(cell)).orElse(cell),
                dates)
            .isPresent();
  }

  private static boolean isLength(String cell) {
    return LENGTH.matcher(cell).matches() || DurationText.parse(cell).isPresent();
  }

  private boolean most(Predicate<String> test) {
    return !isEmpty() && filled.stream().filter(test).count() * 2 >= filled.size();
  }
}
