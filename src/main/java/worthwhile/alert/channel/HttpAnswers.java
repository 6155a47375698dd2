package worthwhile.alert.channel;

import worthwhile.source.Stop;

/** What the answers of services that take messages by HTTP mean alike for all of them. */
final class HttpAnswers {
  private HttpAnswers() {}

  /** Whether a service that answers so may take the same message later. */
  static boolean isPassing(int status) {
    return status >= 500 || status == 408 || status == 425 || status == 429;
  }

  /** Nobody answered: it never will be taken where the address itself cannot be asked. */
  static Attempt failed(Stop stop) {
    return stop.kind() == Stop.Kind.UNACCEPTABLE
        ? new Attempt.Refused(stop.text())
        : new Attempt.Away(stop.text());
  }
}
