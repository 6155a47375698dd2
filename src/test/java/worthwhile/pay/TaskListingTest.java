package worthwhile.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import worthwhile.posting.JobPosting;
import worthwhile.posting.JobPostingBuilder;

class TaskListingTest {
  private static final double EXACT = 1e-9;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          true  | Chat with another turker about a film        | You both write for ten minutes.
          true  | Two-player bargaining game                   | Bonus depends on your decisions.
          true  | Decision study                               | You may have to wait for a partner in the waiting room.
          true  | Negotiate with a partner over a used bicycle |
          true  | Group task                                   | You will be paired with other people online.
          true  | Multiplayer puzzle                           | Solve mazes together.
          true  | Ask about a picture                          | A real-time dialogue; you are matched with a second worker.
          false | Partner countries of the EU: pick the flag   | Which flag is it?
          false | Survey about your romantic partner           | Answer 20 questions on life with your partner.
          false | Rate another worker's translation            | Is it fluent?
          false | Match products                               | Decide whether two listings are the same product.
          false | Transcribe a waiting list                    | The clip is 40 seconds long.
          false | Find partner pages of a shop                 | Copy the address.
          """)
  void tasksThatWaitForAPartnerAreKnownByTheirWords(
      boolean waits, String title, String description) {
    assertThat(TaskListing.waits(title, description)).isEqualTo(waits);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Rating cars                 | rat car",
        "Écoutez 12 stories, tagged! | écoutez stori tagg",
        "The bus is at a stop        | bus stop",
        "x by y - daily dry pies     | dail dry pie",
        "Sing                        | sing",
        "Buses buses BUS             | bus"
      })
  void aTitlesWordsAreKnownByTheirStems(String title, String stems) {
    JobPosting posting = JobPosting.builder("mill", "mill", "1").title(title).build();
    assertThat(TaskListing.of(posting, BigDecimal.ONE).words())
        .containsExactlyInAnyOrder(stems.split(" "));
  }

  private static JobPostingBuilder task(String title) {
    return JobPosting.builder("mill", "mill", "1").title(title);
  }

  private static TaskListing of(JobPostingBuilder posting, String reward) {
    return TaskListing.of(posting.build(), new BigDecimal(reward));
  }

  /** A judgement counts half where it pays 20 cents; kinds of work share the whole. */
  @Test
  void kindsOfWorkAreSharesAndAJudgementThatPaysIsMany() {
    TaskListing all = of(task("Rate and describe it: a survey"), "0.2");
    assertThat(all.judging()).isCloseTo(1 / 6.0, within(EXACT));
    assertThat(all.writing()).isCloseTo(1 / 3.0, within(EXACT));
    assertThat(all.study()).isCloseTo(1 / 3.0, within(EXACT));
    TaskListing one = of(task("Rate it"), "0.6");
    assertThat(one.judging()).isCloseTo(0.25, within(EXACT));
    assertThat(one.writing() + one.study()).isZero();
    assertThat(of(task("Lamp").description("Describe it"), "1").writing())
        .as("what is to be made stands in the title")
        .isZero();
    assertThat(of(task("Lamp").description("Rate it"), "0.2").judging()).isEqualTo(0.5);
  }

  @Test
  void aRewardIsBentFromThreeQuartersOfADollar() {
    assertThat(of(task("Lamp"), "0.75").logReward()).isCloseTo(Math.log(1.5), within(EXACT));
    assertThat(of(task("Lamp"), "1.50").logReward()).isCloseTo(Math.log(4.5), within(EXACT));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "60, 0.083333333333333",
    "300, 0.083333333333333",
    "3600, 1",
    "7200, 2",
    "14400, 4",
    "40000, 4"
  })
  void theTimeAllowedIsKeptBetweenFiveMinutesAndFourHours(long seconds, double hours) {
    TaskListing listing = of(task("Lamp").timeAllowed(Duration.ofSeconds(seconds)), "1");
    assertThat(listing.logAllowed()).isCloseTo(Math.log(hours), within(EXACT));
    assertThat(of(task("Lamp"), "1").logAllowed()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "Answer 20 questions, 20",
    "Sort 2 items, 2",
    "Sort 1 item, 0",
    "Sort 007 short pairs, 7",
    "Sort 1000 items, 0",
    "Sort items, 0"
  })
  void howManyItemsAreNamed(String text, double items) {
    assertThat(of(task(text), "1").items().orElse(0)).isEqualTo(items);
    assertThat(of(task("Lamp").description(text), "1").items().orElse(0)).isEqualTo(items);
  }

  @Test
  void onlyTheFirstTwoThousandSignsAreRead() {
    int filling = 2000 - "Lamp . ".length() - " 20 item".length();
    JobPostingBuilder last = task("Lamp").description("x".repeat(filling) + " 20 item");
    assertThat(of(last, "1").items()).hasValue(20);
    JobPostingBuilder later = task("Lamp").description("x".repeat(filling + 1) + " 20 item");
    assertThat(of(later, "1").items()).isEmpty();
  }

  @Test
  void whatTheSourceStatesCountsBeforeItsText() {
    JobPostingBuilder said = task("A 5 minute survey");
    assertThat(of(said, "1").statedSeconds()).hasValue(300);
    assertThat(of(said.timeRequired(Duration.ofMillis(90_500)), "1").statedSeconds())
        .hasValue(90.5);
    assertThat(of(said.timeRequired(Duration.ZERO), "1").statedSeconds()).hasValue(300);
  }

  @ParameterizedTest
  @CsvSource({
    "red lamp, lamps red, 1",
    "red lamp, red boat chair table, 0.353553390593274",
    "red lamp, blue boat, 0",
    "red lamp, 7 8, 0",
    "9, 7 8, 1"
  })
  void titlesAreAlikeByTheWordsThatTheyShare(String one, String other, double likeness) {
    assertThat(of(task(one), "1").likeness(of(task(other), "1"))).isCloseTo(likeness, within(1e-9));
    assertThat(of(task(other), "1").likeness(of(task(one), "1"))).isCloseTo(likeness, within(1e-9));
  }
}
