package worthwhile.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import worthwhile.source.FetchRules;
import worthwhile.source.PageKind;
import worthwhile.source.PageRequest;
import worthwhile.store.posting.Extent;

/** What is kept of a listing comes back as it was, and is good for a day. */
class KnownListingTest {
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00.123Z");
  private static final URI URL = URI.create("https://board.example/jobs?page=%7Bsecret:KEY%7D");

  private static KnownListing listing(PageRequest... requests) {
    return new KnownListing(
        List.of(requests),
        List.of(requests).stream()
            .map(each -> new KnownListing.Page(each, "head of " + each.page().word(), "body", 20))
            .toList(),
        38,
        2,
        Optional.of(AT.minusSeconds(90)),
        new Extent(40, 0, 1234567890123L),
        AT);
  }

  @Test
  void everyKindOfRequestComesBack() {
    KnownListing kept =
        listing(
            PageRequest.get(URL),
            new PageRequest(
                URL,
                "POST",
                Optional.of("{\"page\":2}"),
                Map.of("accept", "application/json"),
                new PageKind.Listing(2),
                Optional.of(new FetchRules.Auth.Basic("USER", "PASSWORD"))),
            new PageRequest(
                URL,
                "GET",
                Optional.of(""),
                Map.of(),
                new PageKind.Detail(),
                Optional.of(
                    new FetchRules.Auth.Token("https://a.example/t", "ID", "S", Optional.empty()))),
            new PageRequest(
                URL,
                "GET",
                Optional.empty(),
                Map.of("x", ""),
                new PageKind.Listing(7),
                Optional.of(
                    new FetchRules.Auth.Token("https://a.example/t", "I", "S", Optional.of("R")))));

    assertThat(KnownListing.read(kept.write())).contains(kept);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "null", "[]", "{}", "{\"first\":[{\"page\":{\"is\":\"x\"}}]}"})
  void whatIsDamagedIsNotKnown(String text) {
    assertThat(KnownListing.read(text)).isEmpty();
  }

  @Test
  void itIsGoodForADayAndForTheSameBeginning() {
    KnownListing kept = listing(PageRequest.get(URL));
    FirstRequests same = FirstRequests.of(PageRequest.get(URL));
    FirstRequests other = FirstRequests.of(PageRequest.get(URI.create("https://b.example/")));

    assertThat(kept.isGoodFor(same, AT)).isTrue();
    assertThat(kept.isGoodFor(same, AT.plus(Duration.ofDays(1)).minusMillis(1))).isTrue();
    assertThat(kept.isGoodFor(same, AT.plus(Duration.ofDays(1)))).isFalse();
    assertThat(kept.isGoodFor(same, AT.minusMillis(1))).as("a clock set back").isFalse();
    assertThat(kept.isGoodFor(other, AT)).isFalse();
  }
}
