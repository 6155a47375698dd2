package worthwhile.extract.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import worthwhile.extract.rule.Draft;

/** Titles of r/HITsWorthTurkingFor in the spellings that its posters use. */
class HitTitleTest {
  private static Draft read(String title) {
    return ((Grammars.Drafts) HitTitle.read(new Draft(), title)).drafts().getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          US - Sort shop receipts - Ann Lee - .25/30seconds - &gt;95%            | Sort shop receipts | Ann Lee | 0.25 | PT30S
          US - Sort shop receipts - Ann Lee - $0.70/1 min                        | Sort shop receipts | Ann Lee | 0.70 | PT1M
          US - Sort shop receipts - Ann Lee - 1.00/4-5mins - &amp;gt;95%         | Sort shop receipts | Ann Lee | 1.00 | PT4M30S
          ICA - Sort shop receipts - Ann Lee - $1.25/~8 Mins - Approval >95%     | Sort shop receipts | Ann Lee | 1.25 | PT8M
          US - Sort shop receipts - Ann Lee - 25¢/1min                           | Sort shop receipts | Ann Lee | 0.25 | PT1M
          US - Sort shop receipts - Ann Lee- $0.25 / 2.3min                      | Sort shop receipts | Ann Lee | 0.25 | PT2M18S
          US- Sort shop receipts - Ann Lee - 1min/.50 (No Quals)                 | Sort shop receipts | Ann Lee | 0.50 | PT1M
          US - Sort shop receipts - Ann Lee - 2:30/ .50                          | Sort shop receipts | Ann Lee | 0.50 | PT2M30S
          US - Sort shop receipts - Ann Lee - .50/<1 min                         | Sort shop receipts | Ann Lee | 0.50 | PT1M
          US - Sort shop receipts - Ann Lee - $.31x2/~3min                       | Sort shop receipts | Ann Lee | 0.31 | PT3M
          US - Sort shop receipts - Ann Lee =.40/2min                            | Sort shop receipts | Ann Lee | 0.40 | PT2M
          US - Sort shop receipts - Ann Lee - $.20/1.5min. - (>95%)              | Sort shop receipts | Ann Lee | 0.20 | PT1M30S
          US - Sort shop receipts - Ann Lee - >.50/4min                          | Sort shop receipts | Ann Lee | 0.50 | PT4M
          US - Ann Lee - Answer a survey about receipts - .50/1min               | Answer a survey about receipts | Ann Lee | 0.50 | PT1M
          US-Sort shop receipts.-Ann Lee-$0.50/3-4min-(>95%)                     | Sort shop receipts. | Ann Lee | 0.50 | PT3M30S
          US - Sort - up to $2 bonus! - Receipt Lab - .50(+.20 bonus)/~4 min     | Sort - up to $2 bonus! | Receipt Lab | 0.50 | PT4M
          US - A study paying between $0.75-$1.50 - Ann Lee - .03/15-30 secs     | A study paying between $0.75-$1.50 | Ann Lee | 0.03 | PT22.5S
          """)
  void everySpellingIsRead(
      String raw, String title, String requester, BigDecimal pay, Duration time) {
    Draft draft = read(raw);
    assertThat(draft.text("title")).isEqualTo(title);
    assertThat(draft.text("hiringOrganization")).isEqualTo(requester);
    assertThat(draft.money("baseSalary").minValue()).isEqualByComparingTo(pay);
    assertThat(draft.span("reportMinutes")).isEqualTo(time);
    assertThat(draft.span("timeRequired")).as("a poster's minutes are no statement").isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "US - Sort receipts - Ann Lee - .25/1 min, US",
    "Kenya - Sort receipts - Ann Lee - .25/1 min, KE",
    "[kenya] Sort receipts - Ann Lee - .25/1 min, KE",
    "Kenya/Nigeria - Sort receipts - Ann Lee - .25/1 min, KE NG",
    "US and Philippines - Sort receipts - Ann Lee - .25/1 min, US PH",
    "Kenya travel survey - Ann Lee - .25/1 min, ''",
    "Germany: Sort receipts - Ann Lee - .25/1 min, DE",
    "ICA - Sort receipts - Ann Lee - .25/1 min, ''",
  })
  void whereWorkersMustLiveIsWhatStandsBeforeTheTitle(String raw, String countries) {
    Draft draft = read(raw);
    List<?> read = draft.texts("applicantLocationRequirements");
    assertThat(read == null ? List.of() : read)
        .isEqualTo(countries.isEmpty() ? List.of() : List.of(countries.split(" ")));
  }

  @Test
  void tabsAndLineBreaksSeparate() {
    Draft draft =
        read("us - \n\t\t\nSort receipts\t-  \tR.W. Mill\n- .20/&lt;2 min - >90%, >50 HITs");
    assertThat(draft.text("title")).isEqualTo("Sort receipts");
    assertThat(draft.text("hiringOrganization")).isEqualTo("R.W. Mill");
    assertThat(draft.texts("qualifications")).isEqualTo(List.of(">90%", ">50 HITs"));
    assertThat(draft.texts("applicantLocationRequirements")).containsExactly("US");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Discussion - who else had $5 taken away?",
        "[meta] This sub is about work",
        "Announcement - April awards",
        "300 rejections from one batch",
        "Which scripts do you use?"
      })
  void talkIsNoOffer(String title) {
    assertThat(HitTitle.read(new Draft(), title)).isInstanceOf(Grammars.LeftOut.class);
  }

  @Test
  void withoutPayThereIsNone() {
    Draft draft = read("US - Read 3 charts, ~5 minutes - Ann Lee - >90%");
    assertThat(draft.money("baseSalary")).isNull();
    assertThat(draft.span("reportMinutes")).isNull();
  }

  @Test
  void internationalIsNoCountry() {
    assertThat(read("ICA - Sort - Ann Lee - .10/1min").texts("applicantLocationRequirements"))
        .isEmpty();
    assertThat(read("US/CA/UK - Sort - Ann Lee - .10/1min").texts("applicantLocationRequirements"))
        .containsExactly("US", "CA", "GB");
  }
}
