package worthwhile.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.HandClock;
import worthwhile.account.Accounts;
import worthwhile.account.Role;
import worthwhile.account.Scope;
import worthwhile.posting.PostingJson;
import worthwhile.store.TestDatabase;
import worthwhile.store.account.AccountRows;

/** Accounts whose browsers pass on what a platform shows them, over every kind of database. */
abstract class ForwardingBrowsers {
  private static final String STUDIES =
      "https://internal-api.prolific.com/api/v1/participant/studies/";

  @Parameter TestDatabase kind;
  @TempDir Path folder;
  final HandClock time = new HandClock(TestPostings.NOW);
  SiteFixture fixture;
  private int addresses;

  @BeforeEach
  void start() {
    fixture =
        SiteFixture.shipped(
            kind.fresh(folder), folder, OpenInstance.settings("http://tasks.example", true), time);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  /** Somebody's browser, with an account and a token, at an address of its own. */
  record Browser(String name, String token, String address) {
    String[] headers() {
      return new String[] {"Authorization", "Bearer " + token, "X-Forwarded-For", address};
    }

    Browser at(String other) {
      return new Browser(name, token, other);
    }
  }

  Browser browser(String name, Role... roles) {
    fixture
        .store
        .accounts()
        .add(
            new AccountRows.Row(
                name,
                name,
                name,
                Set.copyOf(List.of(roles).stream().map(Role::word).toList()),
                Optional.empty(),
                Optional.empty(),
                time.instant()));
    String token =
        new Accounts(fixture.store, time)
            .tokens()
            .issue(name, "browser", Set.of(Scope.COMPANION), Duration.ofDays(60))
            .secret();
    return new Browser(name, token, "198.51." + ++addresses + ".7");
  }

  Browser aged(String name) {
    Browser browser = browser(name);
    time.move(Duration.ofDays(3));
    return browser;
  }

  static String body(String file) {
    try {
      return Files.readString(Path.of("scrapers").resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ObjectNode page(String body) {
    return PostingJson.MAPPER
        .createObjectNode()
        .put("url", STUDIES)
        .put("status", 200)
        .put("contentType", "application/json")
        .put("body", body)
        .put("seenAt", time.instant().toString());
  }
}
