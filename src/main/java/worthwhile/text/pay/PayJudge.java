package worthwhile.text.pay;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.UnitText;
import worthwhile.text.word.Sought;

/** Says of each sum in one text whether it is pay, and how sure that is. */
final class PayJudge {
  /** Up to this length a text is taken for a title. */
  static final int TITLE = 250;

  /** A field holds at most so many characters beside its sum. */
  private static final int FIELD = 40;

  private static final Pattern NEUTRAL =
      Sought.pattern(
          "(?:[^\\p{L}\\p{N}]|(?<!\\p{L})(?:up|to|from|about|around|approx|max|min|minimum|maximum|circa|ca|starting|at|least|less|than|each|total|gross|net|flat|fixed"
              + "|price|usd|us|or|more|plus|bonus|equity|negotiable|obo|pay|paid|reward|salary|and|benefits|est|estimated|bis|zu|ab|jusqu|hasta|desde|von|de|до|от|of|a|the|for)(?!\\p{L}))*+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final String text;
  private final String head;
  private final boolean field;

  /** Where the first letter or digit stands. */
  private final int firstWord;

  private @Nullable Lead lead;
  private @Nullable Boolean offer;
  private @Nullable Boolean telling;
  private @Nullable Boolean forHire;

  /**
   * @param field whether the text is a field for pay
   */
  PayJudge(String text, boolean field) {
    this.text = text;
    this.field = field;
    int at = 0;
    while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) at++;
    this.firstWord = at;
    this.head = text.substring(0, Math.min(text.length(), TITLE));
  }

  /** Whether a sum is promised on top of the pay. */
  boolean isBonus(MoneySpan money) {
    return (money.sign() || !money.whole())
        && PayCues.isBonus(lead(money.start()), text, money.end());
  }

  /**
   * True for a whole number among other words, without a currency and without a word for pay before
   * it: no words behind it make it pay. Most numbers of a text are such ones.
   */
  boolean isOnlyANumber(MoneySpan money) {
    return !money.sign()
        && money.whole()
        && money.min().scale() <= 0
        && !field
        && firstWord < money.start()
        && !lead(money.start()).isLabelled();
  }

  Strength strength(Statement statement) {
    MoneySpan money = statement.money();
    if (money.large() && !statement.hasUnit()) return Strength.NONE;
    boolean close = statement.close();
    Lead lead = lead(money.start());
    if (PayCues.isOther(lead, text, money.end(), statement.isForWork(), close))
      return Strength.NONE;
    if (PayCues.isRent(text, statement.end())) return Strength.NONE;
    if (isForHire() || FormerPay.isMeant(lead, text, statement.end())) return Strength.NONE;
    if (AudienceMoney.isMeant(lead, text, head, statement.end())) return Strength.NONE;
    boolean labelled = lead.isLabelled();
    if (close && (money.sign() || money.min().scale() > 0 || labelled)) return Strength.CLOSE;
    if (!money.sign() && !isNumberOfPay(statement)) return Strength.NONE;
    if (statement.hasUnit())
      return labelled || isCredible(statement) ? Strength.UNIT : Strength.NONE;
    if (WorkCues.isGamble(head)) return Strength.NONE;
    if (labelled) return Strength.LABEL;
    if (statement.time().isPresent()) return timed(statement);
    return isStated(statement) ? Strength.BARE : Strength.NONE;
  }

  /** A number without a currency is pay behind "Pay:", or alone and written as money is. */
  private boolean isNumberOfPay(Statement statement) {
    MoneySpan money = statement.money();
    if (PayCues.isFirmlyLabelled(lead(money.start()), text, money.end())) return true;
    if (!money.whole() && statement.time().isPresent() && isTitled(statement)) return true;
    boolean meant = !money.whole() || statement.unit().isPresent() || statement.time().isPresent();
    return ((field || meant) && isAlone(statement)) || (field && isField(statement));
  }

  /** ".50 for 3 min" at the start of a piece, as posters of tasks write it. */
  private boolean isTitled(Statement statement) {
    return isTitle() && !isTelling() && WorkCues.isCut(text, statement.start(text));
  }

  private boolean isAlone(Statement statement) {
    String rest =
        text.substring(0, statement.money().start())
            + text.substring(Math.min(text.length(), statement.end()));
    return rest.chars().noneMatch(Character::isLetterOrDigit);
  }

  /** A field for pay that goes on: "$120 for the whole sheet". */
  private boolean isFirst(MoneySpan money) {
    return !money.faint()
        && text.substring(0, money.start()).chars().noneMatch(Character::isLetterOrDigit);
  }

  /** A text that holds little else: no words but those that go with any sum. */
  private boolean isField(Statement statement) {
    MoneySpan money = statement.money();
    if (money.faint() && money.end() - money.start() < text.strip().length()) return false;
    String rest =
        text.substring(0, money.start())
            + " "
            + text.substring(Math.min(text.length(), Math.max(statement.end(), money.end())));
    return rest.length() <= FIELD && NEUTRAL.matcher(rest).matches();
  }

  /**
   * Prices stand by the month and the piece as well as pay: those need a text that offers work, or
   * a size that subscriptions do not have.
   */
  private boolean isCredible(Statement statement) {
    UnitText unit = statement.unit().orElseThrow().unit();
    BigDecimal most = statement.money().max();
    return switch (unit) {
      case HOUR, TASK, PROJECT, WORD, AUDIO_MINUTE, POINTS -> true;
      case PIECE ->
          field
              || isOffer()
              || isSpoken(statement.money())
              || PayCues.isMadeByHand(text, statement);
      case DAY -> isTrusted(statement) || isWage(most, 40);
      case WEEK -> isTrusted(statement) || isWage(most, 100);
      case MONTH -> isTrusted(statement) || isWage(most, 400);
      case YEAR -> isTrusted(statement) || isWage(most, 5_000);
    };
  }

  private boolean isWage(BigDecimal most, int least) {
    return !isTelling() && most.compareTo(BigDecimal.valueOf(least)) >= 0;
  }

  private boolean isTrusted(Statement statement) {
    return isField(statement) || isOffer() || isSpoken(statement.money());
  }

  /** A sum with a time, but not in one breath: "$5 for 10 minutes", "$.50 - 5 min". */
  private Strength timed(Statement statement) {
    boolean piece = isTitled(statement) || (isTitle() && pieceOf(statement) != WorkCues.Piece.NONE);
    boolean good =
        switch (statement.time().orElseThrow().join()) {
          case STROKE -> true;
          case WORD -> !isTelling() || isField(statement);
          case MARK -> isField(statement) || (piece && !isTelling()) || (isTitle() && isOffer());
        };
    return good ? Strength.LABEL : Strength.NONE;
  }

  /** A sum without unit, time or label. */
  private boolean isStated(Statement statement) {
    MoneySpan money = statement.money();
    if (isField(statement) || (field && isFirst(money))) return true;
    if (isSpoken(money)) return true;
    if (money.start() > TITLE) return false;
    WorkCues.Piece piece = pieceOf(statement);
    if (!isTitle() || money.faint())
      return isOffer()
          && (isTitle() ? piece != WorkCues.Piece.NONE : piece == WorkCues.Piece.STRONG);
    if (WorkCues.isHiring(text)) return true;
    return switch (piece) {
      case NONE -> PayCues.isRewardOfWork(lead(money.start()), text, money.end()) && !isTelling();
      case WEAK -> isOffer();
      case STRONG -> !isTelling();
    };
  }

  /** Whether points with a name of their own are pay: alone, beside a time, or earned for work. */
  boolean isPay(PayText.Found points) {
    int start = points.start();
    int end = points.end();
    return points.minutes().isPresent()
        || text.strip().length() == end - start
        || lead(start).isLabelled()
        || PayCues.isSpokenOf(lead(start), text, end)
        || PayCues.isRewardOfWork(lead(start), text, end);
  }

  private boolean isSpoken(MoneySpan money) {
    return PayCues.isSpokenOf(lead(money.start()), text, money.end());
  }

  private Lead lead(int start) {
    if (lead == null || lead.start() != start) lead = Lead.before(text, start);
    return lead;
  }

  private boolean isTitle() {
    return text.length() <= TITLE;
  }

  private WorkCues.Piece pieceOf(Statement statement) {
    return WorkCues.piece(text, statement.start(text), statement.end());
  }

  private boolean isOffer() {
    if (offer == null) offer = WorkCues.isOffer(head);
    return offer;
  }

  /** Who offers to work tells what others would have to pay. */
  private boolean isForHire() {
    if (forHire == null) forHire = WorkCues.isForHire(head);
    return forHire;
  }

  private boolean isTelling() {
    if (telling == null) telling = WorkCues.isTelling(head);
    return telling;
  }
}
