package worthwhile.warning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import worthwhile.source.read.Sources;
import worthwhile.warning.domain.LookAlike.Kind;
import worthwhile.warning.domain.LookAlike.Trick;

/** Names of domains that pretend, and others that only seem to. */
class LookAlikesTest {
  private static final LookAlikes LOOK_ALIKES =
      LookAlikes.of(Sources.load(Path.of("scrapers")).platforms());

  @ParameterizedTest
  @CsvFileSource(resources = "/warning/domain/hosts.csv", numLinesToSkip = 1)
  void aHostLooksLikeWhomItPretendsToBe(String host, String of) {
    assertThat(LOOK_ALIKES.host(host).flatMap(LookAlike::of).orElse(null)).isEqualTo(of);
  }

  @ParameterizedTest
  @CsvSource({
    "dataannotation.cc, LISTED, PLATFORM",
    "microworkers.vip, ENDING, PLATFORM",
    "upw0rk.com, LETTERS, PLATFORM",
    "clikworker.com, SPELLING, PLATFORM",
    "temu-gig.vip, ADDED_WORDS, FIRM",
    "mturk.com.worker-balance.cc, SUB_DOMAIN, PLATFORM",
    "sorting-jobs-40718.example.top, LURE_WORDS, JOB_LURE",
  })
  void theTrickAndWhoseNameIsBorrowedAreTold(String host, Trick trick, Kind kind) {
    assertThat(LOOK_ALIKES.host(host))
        .hasValueSatisfying(
            found -> {
              assertThat(found.trick()).isEqualTo(trick);
              assertThat(found.kind()).isEqualTo(kind);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Register at hxxps://prolific-task.com/join now | prolific-task.com",
        "Write to hr@amazon-task.shop today. | amazon-task.shop",
        "our site is Prolific-Task (dot) com, come | Prolific-Task (dot) com",
        "our site is temu-gig[.]vip | temu-gig[.]vip",
        "go to temu-gig dot vip and log in | temu-gig dot vip",
        "see UPW0RK.COM! | UPW0RK.COM",
        "🔥temu-gig.vip🔥 | temu-gig.vip",
        "𝐭𝐞𝐦𝐮-gig.vip | 𝐭𝐞𝐦𝐮-gig.vip",
        "temu\u200b-gig.vip | temu\u200b-gig.vip",
        "见 temu-gig。vip 注册 | temu-gig。vip",
        "https://worker.mturk.com@mturk-work.com/a | mturk-work.com",
        "https://example.org/go?to=https://temu-gig.vip/a | temu-gig.vip",
      })
  void aHostIsFoundInAText(String text, String quote) {
    assertThat(LOOK_ALIKES.find(text)).extracting(LookAlike::quote).containsExactly(quote.strip());
    assertThat(text).contains(quote.strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I worked at Prolific.Work from home is fine.",
        "Use Node.js, e.g. with Amazon.The rest is easy",
        "Pay via Payoneer/PayPal; write to hiring.manager@gmail.com or see jobs.lever.co/appen",
        "write to prolific.work@gmail.com",
        "https://web.example.org/2026/upwork.org",
        "v1.2.3 ... 10.5 a.m. -.- --..",
        "",
      })
  void nothingIsFoundWhereNothingPretends(String text) {
    assertThat(LOOK_ALIKES.find(text)).isEmpty();
  }

  @Test
  void aHostNamedTwiceIsToldWhereItStandsFirst() {
    List<LookAlike> found =
        LOOK_ALIKES.find("See temu-gig.vip, TEMU-GIG.vip, https://temu-gig.vip");
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().start()).isEqualTo(4);
    assertThat(found.getFirst().end()).isEqualTo(16);
  }

  @Test
  void aPlatformIsKnownByItsCardAlone() {
    assertThat(LookAlikes.of(List.of()).host("clickworker-jobs.online")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.", "a.b-", "temu-", "прolific.top ", "amazon-amazon", "1."})
  void noTextKeepsItBusy(String piece) {
    String text = piece.repeat(1_000_000 / piece.length());
    LOOK_ALIKES.find(text);
    Instant start = Instant.now();
    LOOK_ALIKES.find(text);
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void manyHostsAreLookedAtUpToABound() {
    String text =
        IntStream.range(0, LookAlikes.MOST_HOSTS + 50)
            .mapToObj(i -> "temu-gig-" + i + ".vip")
            .collect(Collectors.joining(" "));
    assertThat(LOOK_ALIKES.find(text)).hasSize(LookAlikes.MOST_HOSTS);
  }
}
