package worthwhile.site.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import worthwhile.posting.RequesterId;
import worthwhile.search.BlockedRequesters;
import worthwhile.search.HiddenTasks;

/** What is made of the cookie, whoever wrote it. */
class RememberedTest {
  @ParameterizedTest
  @CsvFileSource(
      resources = "/site/remembered.csv",
      delimiter = ';',
      quoteCharacter = '~',
      numLinesToSkip = 1)
  void whatMakesSenseIsTaken(
      String cookie, String country, String floor, String currency, String kind) {
    Remembered remembered = Remembered.parse(cookie);
    assertThat(remembered.countries()).isEqualTo(words(country));
    assertThat(remembered.floor()).isEqualTo(Optional.ofNullable(floor));
    assertThat(remembered.currency()).isEqualTo(Optional.ofNullable(currency));
    assertThat(new TreeSet<>(remembered.kinds())).isEqualTo(new TreeSet<>(words(kind)));
    assertThat(Remembered.parse(remembered.text())).isEqualTo(remembered);
  }

  private static List<String> words(String text) {
    return text == null ? List.of() : Arrays.asList(text.split(" "));
  }

  @Test
  void aCookieOfAnyLengthIsNoTrouble() {
    assertThat(Remembered.parse("country:KE&".repeat(900))).isEqualTo(Remembered.NOTHING);
  }

  @Test
  void whoIsBlockedIsReadAndWrittenAsAPersonReadsIt() {
    String text = "country:KE&block:mturk:A1+a-board:name:acme%20%26%20co+mturk:id:name:x";
    Remembered remembered = Remembered.parse(text);
    assertThat(remembered.blocked().words())
        .containsExactly("mturk:A1", "a-board:name:acme & co", "mturk:id:name:x");
    assertThat(remembered.text()).isEqualTo(text);
    assertThat(remembered.with(Map.of("country", List.of("any"))).blocked())
        .isEqualTo(remembered.blocked());
    assertThat(Remembered.parse("block:+%+%zz+mturk+mturk:A1+mturk:A1").blocked().words())
        .containsExactly("mturk:A1");
  }

  @Test
  void namesThatOneReleaseBlockedAreDroppedAndTheRestStays() {
    String names = "not:" + "Trap%20%26%20Co+name%3AX%2C+a%3AB+".repeat(50);
    assertThat(Remembered.parse("country:KE&" + names + "&kind:job"))
        .isEqualTo(Remembered.parse("country:KE&kind:job"));
    assertThat(Remembered.parse("country:KE&" + names + "&block:mturk:A1").text())
        .isEqualTo("country:KE&block:mturk:A1");
  }

  @Test
  void aFullCookieFitsAndTheOldestFallOut() {
    String many =
        IntStream.range(0, 60)
            .mapToObj(i -> "mturk:A1B2C3D4E5F6G" + i)
            .collect(Collectors.joining("+", "block:", ""));
    Remembered remembered = Remembered.parse(many);
    assertThat(remembered.blocked().ids()).hasSize(50);
    assertThat(remembered.blocked().words().getFirst()).endsWith("G10");
    Remembered lengthy =
        Remembered.NOTHING.withBlocked(
            BlockedRequesters.newest(
                IntStream.range(0, 50)
                    .mapToObj(i -> RequesterId.named("board", "翻訳社".repeat(8) + i))
                    .toList()));
    assertThat(lengthy.blocked().ids()).hasSizeBetween(5, 49);
    assertThat(lengthy.text().length()).isLessThan(3_500);
    assertThat(Remembered.parse(lengthy.text())).isEqualTo(lengthy);
  }

  @Test
  void whatIsNotNamedStays() {
    Remembered kenya = Remembered.parse("country:KE&floor:150-KES&kind:job");
    assertThat(kenya.with(Map.of("floor", List.of("2 USD"))).text())
        .isEqualTo("country:KE&floor:2-USD&kind:job");
    assertThat(
            kenya
                .with(Map.of("country", List.of("any"), "floor", List.of("none")))
                .with(Map.of("kind", List.of("any")))
                .isNothing())
        .isTrue();
  }

  @Test
  void hiddenTasksAreReadAndWrittenAndOnlyTheLastHundredStay() {
    String text = "country:KE&hide:mturk:A1+a-board:x%20%26%2C%2By";
    Remembered remembered = Remembered.parse(text);
    assertThat(remembered.hidden().ids()).containsExactly("mturk:A1", "a-board:x &,+y");
    assertThat(remembered.text()).isEqualTo(text);
    assertThat(remembered.with(Map.of("country", List.of("any"))).hidden())
        .isEqualTo(remembered.hidden());
    assertThat(Remembered.parse("hide:+%+%zz+mturk+:x+mturk:A1+mturk:A1").hidden().ids())
        .containsExactly("mturk:A1");
    List<String> ids = IntStream.range(0, 130).mapToObj(i -> "mturk:" + i).toList();
    assertThat(Remembered.NOTHING.withHidden(HiddenTasks.NONE.with(ids)).hidden().ids())
        .hasSize(HiddenTasks.MOST)
        .endsWith("mturk:129");
  }

  @Test
  void hiddenTasksGiveWayToWhatElseTheCookieHolds() {
    List<String> ids =
        IntStream.range(0, 100).mapToObj(i -> "mturk:" + "7".repeat(40) + i).toList();
    List<RequesterId> blocked =
        IntStream.range(0, 50)
            .mapToObj(i -> RequesterId.identified("mturk", "8".repeat(25) + i))
            .toList();
    Remembered full =
        Remembered.parse("country:KE")
            .withHidden(HiddenTasks.NONE.with(ids))
            .withBlocked(BlockedRequesters.newest(blocked));
    assertThat(full.text().length()).isBetween(3_300, 3_500);
    assertThat(full.blocked()).isEqualTo(BlockedRequesters.newest(blocked));
    assertThat(full.hidden().ids()).hasSizeGreaterThan(20).endsWith(ids.getLast());
    assertThat(Remembered.parse(full.text())).isEqualTo(full);
  }
}
