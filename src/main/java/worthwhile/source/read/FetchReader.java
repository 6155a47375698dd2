package worthwhile.source.read;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import worthwhile.source.FetchRules;

/** Reads how often and how gently a source is asked. */
final class FetchReader {
  private static final List<String> KEYS =
      List.of(
          "every", "at-most", "delay", "timeout", "max-bytes", "headers", "auth", "wait-after-429");
  private static final Duration DEFAULT_DELAY = Duration.ofSeconds(5);
  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);
  private static final long DEFAULT_MAX_BYTES = 20_000_000;
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration DAY = Duration.ofDays(1);

  private FetchReader() {}

  static FetchRules fetch(Block source) {
    Optional<Block> found = source.block("fetch");
    if (found.isEmpty())
      return new FetchRules(
          DAY,
          WEEK,
          DEFAULT_DELAY,
          DEFAULT_TIMEOUT,
          DEFAULT_MAX_BYTES,
          java.util.Map.of(),
          Optional.empty(),
          Optional.empty());
    Block block = found.get().only(KEYS).require("every");
    Duration every = block.span("every").orElse(DAY);
    Duration atMost = block.span("at-most").orElse(atMost(every));
    if (atMost.compareTo(every) < 0) {
      block.wrong("at-most", "is shorter than every");
      atMost = every;
    }
    return new FetchRules(
        every,
        atMost,
        block.span("delay").orElse(DEFAULT_DELAY),
        block.span("timeout").orElse(DEFAULT_TIMEOUT),
        block.bytes("max-bytes").orElse(DEFAULT_MAX_BYTES),
        block.map("headers"),
        block.block("auth").map(FetchReader::auth),
        block.span("wait-after-429"));
  }

  /** Twelve times every, at most a week, never less than every. */
  private static Duration atMost(Duration every) {
    Duration long12 = every.multipliedBy(12);
    Duration capped = long12.compareTo(WEEK) > 0 ? WEEK : long12;
    return capped.compareTo(every) < 0 ? every : capped;
  }

  static FetchRules.Auth auth(Block block) {
    if (block.has("user") || block.has("password")) {
      block.only(List.of("user", "password")).require("user", "password");
      return new FetchRules.Auth.Basic(
          block.text("user").orElse(""), block.text("password").orElse(""));
    }
    block.only(List.of("token-url", "client-id", "client-secret", "refresh-token"));
    block.require("token-url", "client-id", "client-secret");
    return new FetchRules.Auth.Token(
        block.link("token-url").orElse(""),
        block.text("client-id").orElse(""),
        block.text("client-secret").orElse(""),
        block.text("refresh-token"));
  }
}
