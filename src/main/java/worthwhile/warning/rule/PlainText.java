package worthwhile.warning.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A text as a reader takes it: words that are written oddly as they are meant ("v1deos"), letters
 * and halves of words that stand apart as one word ("t e l e", "tele gram"), sums with their
 * currency as one piece.
 */
final class PlainText {
  private static final int FEWEST_LETTERS = 4;
  private static final int SHORTEST_JOINED = 7;
  private static final int FEWEST_DIGITS = 2;
  private static final int LONGEST_SUM = 12;
  private static final Set<String> RANGE =
      Set.of("to", "a", "bis", "hasta", "à", "ate", "sampai", "hanggang", "do", "से", "se", "до");

  private static final Set<String> THOUSANDS =
      Set.of("k", "ribu", "rb", "jt", "juta", "thousand", "mil", "тыс", "हजार", "lakh");

  private final PatternWords known;
  private final Set<String> currencies;

  /**
   * Reads texts by these words.
   *
   * @param currencies what stands before or behind a number and makes it a sum
   */
  PlainText(PatternWords known, Set<String> currencies) {
    this.known = known;
    this.currencies = currencies;
  }

  List<Word> read(String text) {
    List<Word> words = Words.of(text, word -> known.has(word) || known.meant(word) != null);
    words.replaceAll(this::meant);
    return sums(joined(spelled(words)));
  }

  private Word meant(Word word) {
    if (word.kind() != Kind.WORD || known.has(word.text())) return word;
    String meant = known.meant(word.text());
    return meant == null ? word : word.as(meant);
  }

  // --- letters that stand apart

  private List<Word> spelled(List<Word> words) {
    if (!isAnySpelled(words)) return words;
    List<Word> result = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); ) {
      int end = i;
      while (end < words.size() && isLetter(words.get(end))) end++;
      if (end - i < FEWEST_LETTERS) {
        if (end == i) end++;
        result.addAll(words.subList(i, end));
      } else spell(words.subList(i, end), result);
      i = end;
    }
    return result;
  }

  private static boolean isAnySpelled(List<Word> words) {
    int letters = 0;
    for (Word word : words) {
      letters = isLetter(word) ? letters + 1 : 0;
      if (letters == FEWEST_LETTERS) return true;
    }
    return false;
  }

  private static boolean isLetter(Word word) {
    return word.text().length() == 1 && word.kind() != Kind.CURRENCY && !isIdeograph(word);
  }

  private static boolean isIdeograph(Word word) {
    return Characters.isIdeograph(word.text().charAt(0));
  }

  /** The longest known words first; letters that belong to none stay letters. */
  private void spell(List<Word> letters, List<Word> result) {
    for (int i = 0; i < letters.size(); ) {
      int taken = 1;
      String word = letters.get(i).text();
      StringBuilder spelled = new StringBuilder();
      for (int end = i; end < letters.size(); end++) {
        spelled.append(PlainLetters.withoutLeet(PlainLetters.latin(letters.get(end).text())));
        if (!known.isStart(spelled.toString())) break;
        if (end - i + 1 < FEWEST_LETTERS || !known.has(spelled.toString())) continue;
        taken = end - i + 1;
        word = spelled.toString();
      }
      Word first = letters.get(i);
      result.add(taken == 1 ? first : first.to(letters.get(i + taken - 1), word, Kind.WORD));
      i += taken;
    }
  }

  // --- halves of words

  private List<Word> joined(List<Word> words) {
    List<Word> result = new ArrayList<>(words.size());
    for (Word word : words) {
      Word before = result.isEmpty() ? null : result.getLast();
      if (before != null && (isWhole(before, word) || isEmail(before, word)))
        result.set(result.size() - 1, before.to(word, before.text() + word.text(), Kind.WORD));
      else result.add(word);
    }
    return result;
  }

  private boolean isWhole(Word before, Word word) {
    return before.kind() == Kind.WORD
        && word.kind() == Kind.WORD
        && before.text().length() + word.text().length() >= SHORTEST_JOINED
        && word.start() - before.end() <= 3
        && word.sentence() == before.sentence()
        && before.text().length() > 1
        && word.text().length() > 1
        && !isIdeograph(word)
        && known.isHalf(before.text(), word.text());
  }

  /** "e-mail". */
  private static boolean isEmail(Word before, Word word) {
    return before.text().equals("e")
        && word.start() - before.end() == 1
        && word.text().startsWith("mail");
  }

  // --- sums

  private List<Word> sums(List<Word> words) {
    List<Word> result = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); ) {
      int end = sum(words, i);
      if (end > i) {
        Word last = words.get(end - 1);
        String named = isNothing(words.subList(i, end)) ? Negations.NOTHING : last.text();
        result.add(words.get(i).to(last, named, Kind.MONEY));
      } else result.add(words.get(i));
      i = Math.max(end, i + 1);
    }
    return result;
  }

  /** Where a sum that begins here ends; the same place if none does. */
  private int sum(List<Word> words, int start) {
    if (isSumInOne(words.get(start))) return withThousands(words, start + 1);
    if (!isNumber(words, start) && !isNumber(words, start + 1)) return start;
    int at = start;
    boolean named = isCurrency(words, at);
    if (named) at++;
    if (!isNumber(words, at)) return start;
    at = withThousands(words, at + 1);
    int second = at;
    if (isCurrency(words, second)) second++;
    boolean ofCurrency = second > at;
    int more = isRange(words, second) ? second + 1 : second;
    boolean signed = isCurrency(words, more);
    int number = signed ? more + 1 : more;
    boolean joined = more > second || isDash(words, second);
    if (joined && isKind(words, number, Kind.NUMBER)) {
      named |= signed || ofCurrency;
      at = withThousands(words, number + 1);
      if (isCurrency(words, at)) return at + 1;
    } else if (ofCurrency) return second;
    return named ? at : start;
  }

  /** "$0", "0.00 EUR". */
  private static boolean isNothing(List<Word> sum) {
    boolean any = false;
    for (Word word : sum)
      if (word.kind() == Kind.NUMBER) {
        any = true;
        if (!word.text().chars().allMatch(digit -> digit == '0')) return false;
      }
    return any;
  }

  /** "RM150": the currency and the number without a blank. */
  private boolean isSumInOne(Word word) {
    String text = word.text();
    if (word.kind() != Kind.WORD || text.length() > LONGEST_SUM) return false;
    if (!Characters.isDigit(text.charAt(text.length() - 1))) return false;
    int letters = 0;
    while (letters < text.length() && !Characters.isDigit(text.charAt(letters))) letters++;
    return letters > 0
        && text.length() - letters >= FEWEST_DIGITS
        && text.substring(letters).chars().allMatch(Characters::isDigit)
        && currencies.contains(text.substring(0, letters));
  }

  private static int withThousands(List<Word> words, int at) {
    return at < words.size() && THOUSANDS.contains(words.get(at).text()) ? at + 1 : at;
  }

  private static boolean isRange(List<Word> words, int at) {
    return at < words.size() && RANGE.contains(words.get(at).text());
  }

  /** Whether two numbers stand next to each other, with no more than a dash between them. */
  private static boolean isDash(List<Word> words, int at) {
    return at > 0 && at < words.size() && words.get(at).start() - words.get(at - 1).end() <= 3;
  }

  private boolean isCurrency(List<Word> words, int at) {
    return isKind(words, at, Kind.CURRENCY)
        || (isKind(words, at, Kind.WORD) && currencies.contains(words.get(at).text()));
  }

  private static boolean isNumber(List<Word> words, int at) {
    return isKind(words, at, Kind.NUMBER) || isKind(words, at, Kind.PHONE);
  }

  private static boolean isKind(List<Word> words, int at, Kind kind) {
    return at < words.size() && words.get(at).kind() == kind;
  }
}
