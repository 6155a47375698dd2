package worthwhile.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.posting.Duplicate;
import worthwhile.posting.Organization;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.Reason;
import worthwhile.posting.RequesterId;
import worthwhile.posting.UnitText;
import worthwhile.store.posting.Postings;
import worthwhile.store.posting.Requesters;

/** A database that an earlier Worthwhile wrote, opened by this one. */
class CarryOverTest {
  private static final Instant BEGAN = Instant.parse("2026-11-01T08:00:00.123Z");

  @TempDir private Path folder;

  /** Runs the migrations that are written as SQL, up to a version. */
  private static void migrate(String address, String version) {
    Flyway.configure()
        .dataSource(address, null, null)
        .locations("classpath:db/migration")
        .target(version)
        .load()
        .migrate();
  }

  /** As it was written when all of a posting stood in its JSON. */
  private String old(TestDatabase kind) throws Exception {
    String address = kind.empty(folder);
    migrate(address, "6");
    try (var connection = DriverManager.getConnection(address);
        var statement = connection.createStatement()) {
      for (String line : Files.readAllLines(Path.of("src/test/resources/db/version-6.sql")))
        if (!line.startsWith("--")) statement.execute(line);
    }
    return address;
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsLost(TestDatabase kind) throws Exception {
    String address = old(kind);
    for (int time = 0; time < 2; time++)
      try (Store store = Store.open(address, Clock.systemUTC())) {
        words(store.postings());
        standings(store.postings());
        assessments(store.postings());
        requesters(store);
        logs(store);
      }
  }

  @ParameterizedTest
  @EnumSource
  void namesThatSearchesLeftOutAreSetApart(TestDatabase kind) throws Exception {
    String address = kind.empty(folder);
    migrate(address, "26");
    try (var connection = DriverManager.getConnection(address);
        var statement = connection.createStatement()) {
      statement.execute(
          """
          insert into saved_search (id, account, name, query, rhythm, zone, most_per_day, paused,
            since, revision, told_day, told_today, deleted, created, changed)
          values ('s', 'anna', 'x', '{"q":["\\"without_requester\\":"],"without_requester":["a: b"]}',
            '{"type":"instant"}', 'UTC', 50, 1, 0, 1, 0, 0, 0, 0, 0)
          """);
    }
    migrate(address, "latest");
    try (var connection = DriverManager.getConnection(address);
        var rows = connection.createStatement().executeQuery("select query from saved_search")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1))
          .isEqualTo(
              """
              {"q":["\\"without_requester\\":"],"without_requester_named":["a: b"]}""");
    }
  }

  @ParameterizedTest
  @EnumSource
  void warningsThatWereWithdrawnBeforeTheirWordsWereNotedStayWithdrawn(TestDatabase kind)
      throws Exception {
    String address = kind.empty(folder);
    migrate(address, "34");
    try (var connection = DriverManager.getConnection(address);
        var statement = connection.createStatement()) {
      statement.execute(
          "insert into withdrawn_warning (about, code, moderation_case, at)"
              + " values ('posting:mill:1', 'upfront-fee', 'c', 0)");
    }
    migrate(address, "latest");
    try (var connection = DriverManager.getConnection(address);
        var rows = connection.createStatement().executeQuery("select * from withdrawn_warning")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString("code")).isEqualTo("upfront-fee");
      assertThat(rows.getString("judged")).as("whatever is said").isNull();
    }
  }

  private static void words(Postings postings) {
    Posting one = postings.byId("mill:1").orElseThrow();
    assertThat(one.job().title()).isEqualTo("Match shapes");
    assertThat(one.job().description()).contains("It's quick.");
    assertThat(one.job().hiringOrganization())
        .isEqualTo(new Organization("Stone Laboratory", "A1B2", null));
    assertThat(one.job().baseSalary().minValue()).isEqualTo(new BigDecimal("0.50"));
    assertThat(one.job().baseSalary().unitText()).isEqualTo(UnitText.TASK);
    assertThat(one.job().timeRequired()).isEqualTo(Duration.ofMinutes(3));
    assertThat(one.job().reports()).singleElement().matches(report -> report.by().equals("forum"));
    assertThat(postings.byId("mill:2").orElseThrow().job().totalJobOpenings()).isEqualTo(4);
    assertThat(postings.byId("mill:3").orElseThrow().job().validThrough())
        .isEqualTo(Instant.parse("2026-11-02T08:00:00.123456Z"));
  }

  private static void standings(Postings postings) {
    assertThat(postings.counts())
        .containsExactly(
            new Postings.StateCount("board", "open", 1),
            new Postings.StateCount("mill", "closed", 1),
            new Postings.StateCount("mill", "evergreen", 1),
            new Postings.StateCount("mill", "open", 2),
            new Postings.StateCount("prolific", "open", 2));
    Posting one = postings.byId("mill:1").orElseThrow();
    assertThat(one.standing().firstSeen()).isEqualTo(BEGAN);
    assertThat(one.standing().lastSeen()).isEqualTo(BEGAN.plus(Duration.ofHours(49)));
    assertThat(one.standing().duplicates()).extracting(Duplicate::id).containsExactly("board:x");
    Posting two = postings.byId("mill:2").orElseThrow();
    assertThat(two.standing().reposts()).isEqualTo(1);
    assertThat(two.standing().stateReason()).isNull();
    Posting three = postings.byId("mill:3").orElseThrow();
    assertThat(three.state()).isEqualTo(PostingState.CLOSED);
    assertThat(three.standing().stateReason()).isEqualTo(Reason.of("expired"));
    assertThat(postings.byId("prolific:s1").orElseThrow().standing().confirmed()).isFalse();
    assertThat(postings.byId("prolific:s2").orElseThrow().standing().confirmed()).isTrue();
    assertThat(three.standing().confirmed()).isNull();
  }

  private static void assessments(Postings postings) {
    Posting one = postings.byId("mill:1").orElseThrow();
    assertThat(one.pay().median()).isPositive();
    assertThat(one.pay().net()).isNotNull();
    assertThat(one.pay().evidence()).extracting(Reason::text).isNotEmpty().doesNotContain("");
    assertThat(postings.byId("mill:2").orElseThrow().pay().basis().name()).isEqualTo("STATED");
    assertThat(postings.byId("mill:4").orElseThrow().pay()).isNull();
  }

  private static void requesters(Store store) {
    RequesterId lab = RequesterId.identified("mill", "A1B2");
    Requesters.Known known = store.requesters().known(lab).orElseThrow();
    assertThat(known.names())
        .extracting(Requesters.Name::name)
        .containsExactlyInAnyOrder("Stone Laboratory", "Stone Lab");
    assertThat(known.open()).isEqualTo(2);
    assertThat(store.requesters().named("mill", "ångström & SÖHNE"))
        .containsExactly(RequesterId.named("mill", "Ångström & Söhne"));
    assertThat(store.postings().timed(List.of(lab), 9)).extracting(Posting::id).contains("mill:1");
    assertThat(store.postings().timed(store.requesters().named("Dream Group"), 9)).hasSize(1);
  }

  private static void logs(Store store) {
    assertThat(store.postings().revision()).isEqualTo(13);
    assertThat(store.changes().after(11, 9))
        .extracting(entry -> entry.posting(), entry -> entry.what())
        .containsExactly(tuple("prolific:s1", "new"), tuple("prolific:s2", "new"));
    assertThat(store.postings().history("mill:2"))
        .extracting(Postings.HistoryRow::what)
        .containsExactly("reposted", "closed", "missing", "new");
    assertThat(store.postings().history("mill:2").get(1).text())
        .isEqualTo("absent from two complete runs");
    assertThat(store.runs().newest(9)).hasSize(7);
    assertThat(store.runs().newest(2).getLast().reason().orElseThrow().text())
        .isEqualTo("stopped: unavailable: timed out");
  }
}
