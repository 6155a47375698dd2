package worthwhile.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import worthwhile.posting.JobPosting;

class TaskListingTest {
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
}
