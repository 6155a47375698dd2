package worthwhile.source;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import worthwhile.posting.Reason;
import worthwhile.posting.word.Worded;

/**
 * Why a page of a source, or the run that wanted it, came to no result. One type for fetching,
 * extraction, runs and the schedule, so that each step passes on what the one before it met.
 *
 * @param kind what happened, in one word
 * @param reason what exactly, for whoever runs this; holds no secret's value
 * @param retryAfter how long the source wants to be left alone; absent if it did not say
 */
public record Stop(Kind kind, Reason reason, Optional<Duration> retryAfter) {
  /** Characters of a failure's message that are told; more is a page's own text. */
  private static final int LONGEST = 300;

  public Stop {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(retryAfter, "retryAfter");
  }

  /** A stop that is told in words: a server's, a library's or our own. */
  public Stop(Kind kind, String words, Optional<Duration> retryAfter) {
    this(kind, Reason.stated(words), retryAfter);
  }

  /** A stop for a page on which our own reading failed: with the failure's kind and message. */
  public static Stop unreadable(Throwable failure) {
    return new Stop(Kind.DRIFTED, "reading it failed: " + failed(failure));
  }

  /** What failed in one line: the kind of failure, and its message if it has one. */
  public static String failed(Throwable failure) {
    String message = failure.getMessage() == null ? "" : ": " + failure.getMessage();
    String line = (failure.getClass().getSimpleName() + message).replaceAll("\\s+", " ");
    return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
  }

  /** A stop that does not say when to come back. */
  public Stop(Kind kind, String words) {
    this(kind, words, Optional.empty());
  }

  /** What happened. */
  public enum Kind implements Worded {
    /** The server refuses us: a challenge, a captcha, "access denied". */
    BLOCKED,
    /** The server wants somebody to log in. */
    LOGIN_REQUIRED,
    /** Too many requests. */
    RATE_LIMITED,
    /** What was asked for is not there (404, 410, or the source's own closing page). */
    GONE,
    /** robots.txt or our own rules do not allow the request; nothing was sent. */
    NOT_ALLOWED,
    /** No usable answer: name not found, refused, timed out, reset, 5xx, maintenance. */
    UNAVAILABLE,
    /** An answer that cannot be taken: too large, a redirect to a private address, a wrong 4xx. */
    UNACCEPTABLE,
    /** Neither rows nor any mark that was declared: the page changed or is broken. */
    DRIFTED,
    /** Read, but too unlike earlier runs to be believed without a person. */
    HELD_BACK,
    /** Our own program failed, or was stopped in the middle: it says nothing of the source. */
    BROKEN;

    /** Whether it says nothing of the source's other pages, so that they may still be asked for. */
    public boolean isOfOnePage() {
      return switch (this) {
        case GONE, UNACCEPTABLE, DRIFTED, HELD_BACK -> true;
        case BLOCKED, LOGIN_REQUIRED, RATE_LIMITED, NOT_ALLOWED, UNAVAILABLE, BROKEN -> false;
      };
    }
  }

  /** The same, told in other words. */
  public Stop because(String words) {
    return new Stop(kind, words, retryAfter);
  }

  /** The reason in English. */
  public String text() {
    return reason.text();
  }
}
