package worthwhile.fetch;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import worthwhile.source.Stop;

/**
 * What an answer's headers say of how long to stay away: Retry-After (RFC 9110 section 10.2.3), the
 * X-RateLimit family in its many dialects and the RateLimit fields of the IETF drafts.
 */
final class RateLimits {
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private static final List<String> REMAINING =
      List.of("x-ratelimit-remaining", "x-rate-limit-remaining", "ratelimit-remaining");
  private static final List<String> RESET =
      List.of(
          "x-ratelimit-reset", "x-rate-limit-reset", "ratelimit-reset", "x-ratelimit-reset-after");
  private static final Pattern DRAFT_REMAINING =
      Pattern.compile("\\b(?:remaining|r)\\s*=\\s*(\\d+)");
  private static final Pattern DRAFT_RESET = Pattern.compile("\\b(?:reset|t)\\s*=\\s*(\\d+)");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(?:\\.\\d*)?");

  private RateLimits() {}

  /** The stop that means: too many requests, to be left alone for this long. */
  static Stop stop(Duration wait, int status) {
    String reason = "asked to wait " + wait.toSeconds() + " s (status " + status + ")";
    return new Stop(Stop.Kind.RATE_LIMITED, reason, Optional.of(wait));
  }

  /** The stop that means: it said before that it wants to be left alone, and was not asked. */
  static Stop leftAlone(URI url, Duration left) {
    String reason =
        "%s asked to be left alone for another %d s; it was not asked"
            .formatted(url.getHost(), Math.max(1, left.toSeconds()));
    return new Stop(Stop.Kind.RATE_LIMITED, reason, Optional.of(left));
  }

  /** How long the host of this answer is to be left alone; absent if it may be asked on. */
  static Optional<Duration> rest(Response response) {
    Optional<Duration> refilled = exhausted(response.headers(), response.at());
    boolean refuses = response.status() == 429 || response.status() == 503;
    Optional<Duration> asked = refuses ? retryAfter(response) : Optional.empty();
    return Stream.of(refilled, asked).flatMap(Optional::stream).max(Duration::compareTo);
  }

  /** How long a refusing server asks us to stay away; absent if it does not say. */
  static Optional<Duration> retryAfter(Response response) {
    Optional<Duration> asked =
        response.header("retry-after").flatMap(value -> wait(value, response.at()));
    return asked.or(() -> reset(response.headers(), response.at()));
  }

  /** How long until the allowance is refilled, if this answer used up the last of it. */
  static Optional<Duration> exhausted(Map<String, String> headers, Instant now) {
    return remaining(headers).filter(left -> left < 1).flatMap(_ -> reset(headers, now));
  }

  private static Optional<Double> remaining(Map<String, String> headers) {
    Optional<String> plain = first(headers, REMAINING);
    Optional<String> value = plain.or(() -> draft(headers, DRAFT_REMAINING));
    return value
        .map(RateLimits::firstItem)
        .filter(text -> NUMBER.matcher(text).matches())
        .map(Double::valueOf);
  }

  private static Optional<Duration> reset(Map<String, String> headers, Instant now) {
    Optional<String> value = first(headers, RESET).or(() -> draft(headers, DRAFT_RESET));
    return value.map(RateLimits::firstItem).flatMap(text -> wait(text, now));
  }

  private static Optional<String> draft(Map<String, String> headers, Pattern part) {
    Matcher found = part.matcher(headers.getOrDefault("ratelimit", ""));
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  private static Optional<String> first(Map<String, String> headers, List<String> names) {
    return names.stream().filter(headers::containsKey).map(headers::get).findFirst();
  }

  /** The first of several windows, as in {@code 0, 4998}. */
  private static String firstItem(String value) {
    return value.contains("GMT") ? value : value.split("[,;]", 2)[0].strip();
  }

  /** Reads seconds, an epoch (seconds or milliseconds), an HTTP date or an ISO time. */
  private static Optional<Duration> wait(String value, Instant now) {
    String text = value.strip();
    Optional<Duration> wait =
        NUMBER.matcher(text).matches()
            ? Optional.of(number(Double.parseDouble(text), now))
            : date(text).map(at -> Duration.between(now, at));
    return wait.map(RateLimits::bounded);
  }

  /** Small numbers are seconds to wait; those that lie after 2001 as an epoch are one. */
  private static Duration number(double value, Instant now) {
    if (value >= 1e12) return Duration.between(now, Instant.ofEpochMilli((long) value));
    if (value >= 1e9) return Duration.between(now, Instant.ofEpochSecond((long) value));
    return Duration.ofMillis((long) Math.ceil(value * 1000));
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
              .toInstant());
    } catch (DateTimeException notHttp) {
      try {
        return Optional.of(OffsetDateTime.parse(text).toInstant());
      } catch (DateTimeException notIso) {
        // An unreadable wish is as if none was made: the caller has a cautious default.
        return Optional.empty();
      }
    }
  }

  private static Duration bounded(Duration wait) {
    if (wait.compareTo(SHORTEST) < 0) return SHORTEST;
    return wait.compareTo(Parking.LONGEST) > 0 ? Parking.LONGEST : wait;
  }
}
