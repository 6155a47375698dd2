package worthwhile.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import worthwhile.text.pay.PayText;

/** Titles of tasks put together at random from the ways in which people spell their pieces. */
class PayFuzzTest {
  private static final int TITLES = 2000;
  private static final PayText.Context DOLLARS =
      new PayText.Context(Locale.US, Optional.of("USD"), Optional.empty());

  private static final List<String> REGIONS =
      List.of("US", "USA", "US/CA", "UK", "ICA", "CA", "us", "[US]", "(US)", "INT", "US only", "");
  private static final List<String> TASKS =
      List.of(
          "Answer a survey about stamps",
          "Rate 12 stamps",
          "Quick stamp survey (2-3 min)",
          "Decision making study #3",
          "Tell us about your stamps",
          "A 5 minute questionnaire",
          "Survey 2012",
          "Choose 1 of 4 stamps",
          "Play a game - earn a bonus",
          "Judgment study part 2 of 3",
          "What would you pay? Survey",
          "25-question personality test");
  private static final List<String> REQUESTERS =
      List.of(
          "A. Penny", "Stamp Lab", "Stamp Lab 7", "University of Stamps", "Dr. K. Lee", "Lab42");
  private static final List<String> QUALIFICATIONS =
      List.of(
          " >95%",
          ", (>95%)",
          " - >95%, >50 HITs",
          " no quals",
          " - None",
          " (masters)",
          "",
          " TO: 4.5",
          ", 95% approval, 500 HITs",
          " x3",
          " - 20 hits left");
  private static final List<String> SEPARATORS = List.of(" - ", " - ", " – ", "- ", " -", " | ");

  private record Title(String text, BigDecimal amount, Duration time) {}

  private final List<String> wrong = new ArrayList<>();

  @RepeatedTest(3)
  void nearlyEverySpellingIsRead(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    for (int i = 0; i < TITLES; i++) {
      Title title = title(random);
      Optional<PayText.Found> found = PayText.find(title.text, DOLLARS);
      if (found.filter(pay -> isRight(pay, title)).isEmpty()) wrong.add(title + " is " + found);
    }
    assertThat(wrong).hasSizeLessThanOrEqualTo(TITLES / 200);
  }

  private static boolean isRight(PayText.Found pay, Title title) {
    BigDecimal min = pay.amount().minValue();
    return min != null
        && min.compareTo(title.amount) == 0
        && title.amount.compareTo(pay.amount().maxValue()) == 0
        && pay.minutes().equals(Optional.of(title.time));
  }

  private static <T> T one(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static Title title(Random random) {
    int cents =
        one(random, List.of(5, 7, 10, 15, 25, 31, 40, 60, 75, 90, 110, 150, 200, 500, 1000));
    Title time = time(random);
    String money = one(random, spellings(cents));
    String about =
        one(random, List.of("", "", "~", "<", "< ", "about ", "under ", "less than ", "≈"));
    String separator = one(random, SEPARATORS);
    String text =
        one(random, REGIONS)
            + separator
            + one(random, TASKS)
            + separator
            + one(random, REQUESTERS)
            + separator
            + statement(random, money, about, time.text)
            + one(random, QUALIFICATIONS);
    return new Title(text, BigDecimal.valueOf(cents, 2), time.time);
  }

  private static String statement(Random random, String money, String about, String time) {
    String bonus =
        one(
            random,
            List.of("", "", "", "+bonus", " (+ bonus)", " + .25 bonus", " + up to $1 bonus"));
    return switch (random.nextInt(8)) {
      case 0 -> time + one(random, List.of("/", " / ", "/ ")) + money;
      case 1 -> money + " (" + about + time + ")";
      case 2 -> money + " - " + about + time;
      case 3 -> money + ", " + about + time;
      case 4 -> money + " for " + about + time;
      default -> money + bonus + one(random, List.of("/", " / ", "/ ", " /")) + about + time;
    };
  }

  private static List<String> spellings(int cents) {
    String full = BigDecimal.valueOf(cents, 2).toPlainString();
    List<String> all = new ArrayList<>(List.of("$" + full, full, "$ " + full, full + "$"));
    all.addAll(List.of("USD " + full, full + " USD", "$" + full + " USD"));
    if (cents < 100)
      all.addAll(
          List.of(
              "$" + full.substring(1),
              full.substring(1),
              cents + "¢",
              cents + " cents",
              cents + "c"));
    if (cents % 100 == 0) all.addAll(List.of("$" + cents / 100, cents / 100 + "$"));
    return all;
  }

  private static Title time(Random random) {
    int minutes = one(random, List.of(1, 2, 3, 5, 8, 10, 15, 30, 45));
    int seconds = one(random, List.of(10, 15, 30, 45));
    return switch (random.nextInt(6)) {
      case 0 ->
          timed(
              minutes + one(random, List.of("-", " - ", " to ", "–", "~")) + (minutes + 2) + " min",
              minutes * 60 + 60);
      case 1 -> timed(seconds + one(random, List.of(" sec", "secs", " seconds", "s")), seconds);
      case 2 -> timed(minutes + ":" + seconds, minutes * 60 + seconds);
      case 3 ->
          timed(
              minutes
                  + one(random, List.of("m", " min ", "min"))
                  + seconds
                  + one(random, List.of("s", "sec")),
              minutes * 60 + seconds);
      default ->
          timed(
              minutes
                  + one(
                      random,
                      List.of(" min", "min", " mins", "mins", " minutes", "m", " Min", "MIN")),
              minutes * 60);
    };
  }

  private static Title timed(String text, int seconds) {
    return new Title(text, BigDecimal.ZERO, Duration.ofSeconds(seconds));
  }
}
