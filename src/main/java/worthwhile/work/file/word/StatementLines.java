package worthwhile.work.file.word;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import worthwhile.work.Recognition;

/**
 * Tells the lines of a statement that are no work: those that add up others, and payments of what
 * was earned before. Taken for work they would count money twice.
 */
public final class StatementLines {
  private static final FileWords WORDS = FileWords.of("lines.txt");
  private static final Set<String> TOTALS = keys("total");
  private static final Set<String> MOVED = keys("moved");
  private static final Set<String> KINDS = keys("kind");

  /** Where money goes or how: "Withdrawal to PayPal". */
  private static final Set<String> TOWARDS =
      Set.of("to", "via", "by", "an", "auf", "per", "a", "al", "vers", "para", "por", "su");

  private final boolean movedByKind;
  private final boolean movedByTitle;
  private final Addends all = new Addends();
  private Addends part = new Addends();

  /** Pays that a line may add up. */
  private static final class Addends {
    private BigDecimal sum = BigDecimal.ZERO;
    private int count;

    void add(BigDecimal pay) {
      sum = sum.add(pay);
      count++;
    }

    /** Whether they come to this; of one alone that says nothing, many tasks pay the same. */
    boolean comeTo(BigDecimal total) {
      return count > 1 && total.signum() != 0 && total.compareTo(sum) == 0;
    }
  }

  /**
   * For the lines of one file. A file of which every line is a payout is a list of payments, and
   * its worker counts by those.
   *
   * @param titles what the lines are called
   * @param kinds what a column of its own says that they are; empty if there is none
   */
  public StatementLines(Collection<String> titles, Collection<String> kinds) {
    movedByTitle = titles.stream().anyMatch(Predicate.not(StatementLines::isMoved));
    movedByKind = kinds.stream().anyMatch(Predicate.not(StatementLines::isMoved));
  }

  private static Set<String> keys(String meaning) {
    return WORDS.words(meaning).stream().map(Recognition::key).collect(Collectors.toSet());
  }

  /** The column that says of each line what it is; absent if there is none. */
  public static Optional<String> kind(List<String> header) {
    return header.stream().filter(name -> KINDS.contains(Recognition.key(name))).findFirst();
  }

  /** Why a line is no work, as it pays out what was earned before; absent if it does not. */
  public Optional<String> moved(String title, String kind) {
    boolean moved = (movedByKind && isMoved(kind)) || (movedByTitle && isMoved(title));
    if (!moved) return Optional.empty();
    return Optional.of("it pays out what was earned before, it is no work");
  }

  /**
   * Why a line is no work, as it adds up others; absent if it does not.
   *
   * @param placed whether it has a day or an id of its own, as work has: then only the sum proves
   *     it
   * @param sum its pay; absent if it tells none
   */
  public Optional<String> total(String title, boolean placed, Optional<BigDecimal> sum) {
    String key = Recognition.key(title);
    boolean named = TOTALS.contains(key);
    boolean begins = TOTALS.stream().anyMatch(word -> key.startsWith(word + " "));
    boolean proven = sum.filter(this::addsUp).isPresent();
    boolean total = (named && !placed) || ((named || begins) && proven);
    if (!total) return Optional.empty();
    part = new Addends();
    return Optional.of("it adds up other rows, it is no work");
  }

  private boolean addsUp(BigDecimal sum) {
    return all.comeTo(sum) || part.comeTo(sum);
  }

  /** Adds the pay of a line that is work. */
  public void count(BigDecimal sum) {
    all.add(sum);
    part.add(sum);
  }

  private static boolean isMoved(String text) {
    String key = Recognition.key(text);
    if (MOVED.contains(key)) return true;
    return MOVED.stream()
        .filter(word -> key.startsWith(word + " "))
        .anyMatch(word -> TOWARDS.contains(key.substring(word.length() + 1).split(" ")[0]));
  }
}
