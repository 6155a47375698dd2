package worthwhile.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import worthwhile.source.About;
import worthwhile.source.About.GovernedBy;
import worthwhile.source.Access;
import worthwhile.source.Ask;
import worthwhile.source.Contract;
import worthwhile.source.Emits;
import worthwhile.source.FetchRules;
import worthwhile.source.PageRequest;
import worthwhile.source.PageRules;
import worthwhile.source.Pagination;
import worthwhile.source.SourceDefinition;
import worthwhile.source.Template;

/** Source definitions for trying the fetcher; each method gives a changed copy. */
record TestSource(
    GovernedBy governedBy,
    Access access,
    List<String> secrets,
    Map<String, String> headers,
    Optional<FetchRules.Auth> auth,
    Duration delay,
    Duration timeout,
    long maxBytes,
    PageRules listing) {
  static final TestSource ROBOTS =
      new TestSource(
          GovernedBy.ROBOTS,
          Access.PUBLIC,
          List.of(),
          Map.of(),
          Optional.empty(),
          Duration.ofSeconds(2),
          Duration.ofSeconds(20),
          2_000_000,
          new PageRules());
  static final TestSource TERMS = ROBOTS.governedBy(GovernedBy.TERMS);

  TestSource governedBy(GovernedBy by) {
    return new TestSource(by, access, secrets, headers, auth, delay, timeout, maxBytes, listing);
  }

  TestSource access(Access how) {
    return new TestSource(
        governedBy, how, secrets, headers, auth, delay, timeout, maxBytes, listing);
  }

  TestSource secrets(String... names) {
    return new TestSource(
        governedBy, access, List.of(names), headers, auth, delay, timeout, maxBytes, listing);
  }

  TestSource headers(Map<String, String> all) {
    return new TestSource(
        governedBy, access, secrets, all, auth, delay, timeout, maxBytes, listing);
  }

  TestSource auth(FetchRules.Auth how) {
    return new TestSource(
        governedBy, access, secrets, headers, Optional.of(how), delay, timeout, maxBytes, listing);
  }

  TestSource delay(Duration time) {
    return new TestSource(
        governedBy, access, secrets, headers, auth, time, timeout, maxBytes, listing);
  }

  TestSource timeout(Duration time) {
    return new TestSource(
        governedBy, access, secrets, headers, auth, delay, time, maxBytes, listing);
  }

  TestSource maxBytes(long most) {
    return new TestSource(
        governedBy, access, secrets, headers, auth, delay, timeout, most, listing);
  }

  TestSource asking(String address) {
    Ask ask =
        new Ask(
            Template.of(address),
            "GET",
            Optional.empty(),
            Map.of(),
            new Pagination.Single(),
            Optional.empty());
    PageRules rules = new PageRules(Optional.of(ask), Optional.empty(), List.of());
    return new TestSource(
        governedBy, access, secrets, headers, auth, delay, timeout, maxBytes, rules);
  }

  SourceDefinition build() {
    return new SourceDefinition(
        "board-tasks",
        "Board",
        "board",
        Emits.JOB_POSTING,
        Optional.empty(),
        new About(
            Optional.empty(),
            Optional.empty(),
            access,
            Optional.empty(),
            governedBy,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        secrets,
        Locale.ENGLISH,
        ZoneOffset.UTC,
        new FetchRules(
            Duration.ofHours(1),
            Duration.ofDays(1),
            delay,
            timeout,
            maxBytes,
            headers,
            auth,
            Optional.empty()),
        listing,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new Contract(0, 100, List.of(), Optional.empty(), 3),
        "board/tasks.yml");
  }

  static PageRequest get(String url) {
    return PageRequest.get(URI.create(url));
  }
}
