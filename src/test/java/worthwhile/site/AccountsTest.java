package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import worthwhile.account.Account;
import worthwhile.account.Accounts;
import worthwhile.account.Scope;

/** Accounts on an instance that others can reach, through its real pages. */
class AccountsTest {
  @TempDir private static Path folder;
  private static SiteFixture fixture;
  private static final Hands TIME = new Hands();

  /** A clock that is moved by hand. */
  private static final class Hands extends Clock {
    private Instant now = TestPostings.NOW;

    void move(Duration span) {
      now = now.plus(span);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return InstantSource.system().withZone(zone);
    }
  }

  @BeforeAll
  static void start() {
    fixture = SiteFixture.empty(folder, open("http://tasks.example"), TIME);
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  /** Reached by others, through a proxy on this machine that tells their addresses. */
  private static SiteSettings open(String baseUrl) {
    return settings(Optional.of(baseUrl), true);
  }

  private static SiteSettings settings(Optional<String> baseUrl, boolean signUp) {
    return new SiteSettings(
        "127.0.0.1",
        0,
        "1.2.3",
        baseUrl,
        Optional.empty(),
        false,
        SiteSettings.GENEROUS,
        signUp,
        Set.of("127.0.0.1"));
  }

  private static int addresses = 0;

  /** Somebody at an address of their own. */
  private static Person somebody() {
    return new Person(fixture).at("198.51.100." + ++addresses);
  }

  @Test
  void signUpSignOutAndSignIn() {
    Person anna = somebody();
    assertThat(anna.signUp("Anna Ähre")).hasSize(10).doesNotHaveDuplicates();
    assertThat(anna.set).allMatch(cookie -> cookie.contains("HttpOnly; SameSite=Lax"));
    assertThat(anna.page("/account").selectFirst(".lead").text()).contains("Anna Ähre");
    assertThat(anna.page("/").selectFirst(".who").text())
        .contains("Anna Ähre")
        .contains("Sign out");

    String old = anna.session();
    assertThat(anna.post("/account/sign-out").statusCode()).isEqualTo(303);
    assertThat(anna.get("/account?x=1").headers().firstValue("Location"))
        .hasValue("/account/sign-in?next=%2Faccount%3Fx%3D1");
    anna.cookies.put("worthwhile", old);
    assertThat(anna.get("/account").statusCode()).isEqualTo(303);

    var answer =
        anna.post(
            "/account/sign-in",
            "name",
            "  anna ÄHRE ",
            "password",
            Person.PASSWORD,
            "next",
            "/account/tokens");
    assertThat(answer.headers().firstValue("Location")).hasValue("/account/tokens");
    assertThat(anna.get("/account").statusCode()).isEqualTo(200);
    assertThat(anna.get("/account").headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"//elsewhere.example", "https://elsewhere.example", "/\\elsewhere", "/\t/x", "x"})
  void nobodyIsSentElsewhereAfterSigningIn(String next) {
    Person person = somebody();
    person.signUp("next " + addresses);
    person.cookies.clear();
    var answer =
        person.post(
            "/account/sign-in",
            "name",
            "next " + addresses,
            "password",
            Person.PASSWORD,
            "next",
            next);
    assertThat(answer.headers().firstValue("Location")).hasValue("/account");
  }

  @Test
  void byHttpsTheCookiesAreBoundToTheHost(@TempDir Path apart) {
    try (SiteFixture https = SiteFixture.empty(apart, open("https://tasks.example"), TIME)) {
      Person person = new Person(https);
      person.signUp("secure");
      assertThat(person.cookies).containsOnlyKeys("__Host-worthwhile", "__Host-worthwhile-device");
      assertThat(person.set)
          .allMatch(cookie -> cookie.contains("Path=/; "))
          .allMatch(cookie -> cookie.endsWith("; Secure"));
      assertThat(person.get("/account").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void formsOfOtherSitesDoNothing() {
    somebody().signUp("target");
    Person lured = somebody().with("Sec-Fetch-Site", "cross-site");
    assertThat(lured.signIn("target", Person.PASSWORD).statusCode()).isEqualTo(403);
    assertThat(lured.cookies).isEmpty();
    Person older = somebody().with("Sec-Fetch-Site", "none").with("Origin", "https://x.example");
    older.signIn("target", Person.PASSWORD);
    older.with("Sec-Fetch-Site", "cross-site");
    for (String path :
        List.of("/account/sign-out", "/account/delete", "/account/tokens", "/account/password"))
      assertThat(older.post(path, "sure", "yes").statusCode()).as(path).isEqualTo(403);
    older.with("Sec-Fetch-Site", "same-origin");
    assertThat(older.get("/account").statusCode()).isEqualTo(200);
  }

  @Test
  void aPlantedOrOldSessionIsWorthNothing() {
    Person person = somebody();
    person.signUp("fixated");
    String first = person.session();
    person.signIn("fixated", Person.PASSWORD);
    String second = person.session();
    assertThat(second).isNotEqualTo(first);
    assertThat(signedIn(first)).isFalse();

    Person lured = somebody();
    lured.cookies.put("worthwhile", "planted");
    lured.signIn("fixated", Person.PASSWORD);
    assertThat(lured.session()).isNotEqualTo("planted");
    assertThat(signedIn("planted")).isFalse();

    person.post("/account/confirm", "password", Person.PASSWORD);
    assertThat(signedIn(second)).isFalse();
    assertThat(signedIn(person.session())).isTrue();
  }

  private static boolean signedIn(String session) {
    Person anybody = somebody();
    anybody.cookies.put("worthwhile", session);
    return anybody.get("/account").statusCode() == 200;
  }

  @Test
  void guessingIsMadeSlowAndTheOwnerIsNotLockedOut() {
    Person owner = somebody();
    List<String> codes = owner.signUp("guessed");
    owner.post("/account/sign-out");
    Person stranger = somebody();
    for (int i = 0; i < 5; i++)
      assertThat(stranger.signIn("guessed", "wrong " + i).statusCode()).isEqualTo(400);
    var slowed = stranger.signIn("guessed", Person.PASSWORD);
    assertThat(slowed.statusCode()).isEqualTo(429);
    assertThat(slowed.headers().firstValue("Retry-After")).hasValue("1");
    TIME.move(Duration.ofSeconds(1));
    stranger.signIn("guessed", "wrong 6");
    assertThat(stranger.signIn("guessed", "w").headers().firstValue("Retry-After")).hasValue("2");

    // Many strangers: whoever comes with a new browser waits, the owner's own browser does not.
    for (int i = 0; i < 60; i++) somebody().signIn("guessed", "wrong");
    assertThat(somebody().signIn("guessed", Person.PASSWORD).statusCode()).isEqualTo(429);
    assertThat(owner.signIn("guessed", Person.PASSWORD).statusCode()).isEqualTo(303);
    assertThat(
            somebody()
                .post("/account/recover", "name", "guessed", "code", codes.getFirst())
                .statusCode())
        .isEqualTo(303);
    TIME.move(Duration.ofMinutes(1));
    assertThat(somebody().signIn("guessed", Person.PASSWORD).statusCode()).isEqualTo(303);
  }

  @Test
  void whoeverTriesManyNamesWaits() {
    Person stranger = somebody();
    int answered = 0;
    while (answered < 100 && stranger.signIn("name " + answered, "wrong").statusCode() == 400)
      answered++;
    assertThat(answered).isEqualTo(30);
  }

  @Test
  void nothingTellsAStrangerWhetherAnAccountExists() throws SQLException {
    somebody().signUp("exists");
    Map<String, Long> before = rows();
    Person stranger = somebody();
    for (String path : List.of("/account/sign-in", "/account/recover")) {
      var there = stranger.post(path, "name", "exists", "password", "wrong", "code", "wrong");
      var nowhere = stranger.post(path, "name", "nowhere", "password", "wrong", "code", "wrong");
      assertThat(nowhere.statusCode()).isEqualTo(there.statusCode());
      assertThat(nowhere.body()).isEqualTo(there.body().replace("exists", "nowhere"));
      assertThat(nowhere.headers().map().keySet()).isEqualTo(there.headers().map().keySet());
    }
    for (int i = 0; i < 8; i++) {
      var there = stranger.signIn("exists", "wrong");
      var nowhere = stranger.signIn("nowhere", "wrong");
      assertThat(nowhere.statusCode()).isEqualTo(there.statusCode());
    }
    assertThat(rows()).isEqualTo(before);
    assertThat(question(stranger, "exists")).isEqualTo(question(stranger, "nowhere"));
  }

  private static String question(Person person, String name) {
    var answer = person.post("/account/passkeys/question", "purpose", "sign-up", "name", name);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body().replace(name, "").replaceAll("\"(challenge|id)\":\"[^\"]*\"", "");
  }

  @Test
  void aRecoveryCodeWorksOnce() {
    Person person = somebody();
    List<String> codes = person.signUp("forgetful");
    Person elsewhere = somebody();
    String typed = codes.get(3).toUpperCase(java.util.Locale.ROOT).replace("-", " ");
    assertThat(elsewhere.post("/account/recover", "name", "Forgetful", "code", typed).statusCode())
        .isEqualTo(303);
    assertThat(elsewhere.page("/account").text()).contains("9 recovery codes");
    assertThat(somebody().post("/account/recover", "name", "Forgetful", "code", typed).statusCode())
        .isEqualTo(400);
    String kept = codes.get(4);
    assertThat(somebody().post("/account/recover", "name", "anna", "code", kept).statusCode())
        .isEqualTo(400);

    assertThat(elsewhere.post("/account/recovery-codes").body()).contains("no longer work");
    assertThat(somebody().post("/account/recover", "name", "Forgetful", "code", kept).statusCode())
        .isEqualTo(400);
  }

  @Test
  void aTokenIsShownOnceAndDoesWhatItMay() {
    Person person = somebody();
    person.signUp("programmer");
    var made =
        person.post(
            "/account/tokens",
            "name",
            "my program",
            "scope",
            "read",
            "scope",
            "import",
            "days",
            "7");
    String secret = Jsoup.parse(made.body()).selectFirst("code.secret").text();
    assertThat(secret).startsWith("ww_");
    assertThat(person.get("/account/tokens").body()).contains("my program").doesNotContain(secret);
    assertThat(call(secret).body()).contains("\"programmer\"").contains("[\"read\",\"import\"]");
    assertThat(withToken(secret, "/account").statusCode()).isEqualTo(403);

    String revoke =
        person.page("/account/tokens").selectFirst("form[action$=revoke]").attr("action");
    assertThat(somebody().post(revoke).statusCode()).isEqualTo(303);
    assertThat(call(secret).statusCode()).isEqualTo(200);
    person.post(revoke);
    assertThat(call(secret).statusCode()).isEqualTo(401);
    assertThat(person.post("/account/tokens", "name", "x", "days", "7").statusCode())
        .isEqualTo(400);
    assertThat(
            person
                .post("/account/tokens", "name", "x", "scope", "read", "days", "9999")
                .statusCode())
        .isEqualTo(400);
  }

  private static java.net.http.HttpResponse<String> call(String token) {
    return withToken(token, "/api/v1/account");
  }

  private static java.net.http.HttpResponse<String> withToken(String token, String path) {
    return fixture.get(path, "Authorization", "Bearer " + token);
  }

  @Test
  void sessionsAreListedAndEnded() {
    Person person = somebody();
    person.signUp("traveller");
    Person phone = somebody().with("User-Agent", "Mozilla/5.0 (Linux; Android 16) Chrome/150.0");
    phone.signIn("traveller", Person.PASSWORD);
    Person stray = somebody();
    stray.signIn("traveller", Person.PASSWORD);
    assertThat(person.page("/account/security").select("#sessions-title ~ article h3").eachText())
        .containsExactlyInAnyOrder(
            "Firefox on Linux this browser", "Chrome on Android", "Firefox on Linux");
    String end =
        person.page("/account/security").select("article:contains(Android) form").attr("action");
    person.post(end);
    assertThat(phone.get("/account").statusCode()).isEqualTo(303);
    assertThat(stray.get("/account").statusCode()).isEqualTo(200);
    person.post("/account/sessions/end-others");
    assertThat(stray.get("/account").statusCode()).isEqualTo(303);
    assertThat(person.get("/account").statusCode()).isEqualTo(200);
    TIME.move(Duration.ofDays(31));
    assertThat(person.get("/account").statusCode()).isEqualTo(303);
  }

  @Test
  void sensitiveThingsNeedAFreshProof() {
    Person person = somebody();
    person.signUp("careful");
    Person other = somebody();
    other.signIn("careful", Person.PASSWORD);
    TIME.move(Duration.ofMinutes(16));
    for (String path : List.of("/account/password", "/account/recovery-codes", "/account/tokens"))
      assertThat(person.post(path, "new-password", "x").headers().firstValue("Location").orElse(""))
          .startsWith("/account/confirm?next=%2Faccount%2F");
    assertThat(person.get("/account/export").statusCode()).isEqualTo(303);
    assertThat(person.post("/account/confirm", "password", "wrong").statusCode()).isEqualTo(400);
    person.post("/account/confirm", "password", Person.PASSWORD);
    String better = "another lamp on thursday";
    assertThat(
            person
                .post("/account/password", "new-password", better)
                .headers()
                .firstValue("Location"))
        .hasValue("/account/security?done=password");
    assertThat(other.get("/account").statusCode()).isEqualTo(303);
    assertThat(person.get("/account").statusCode()).isEqualTo(200);
    assertThat(other.signIn("careful", Person.PASSWORD).statusCode()).isEqualTo(400);
    assertThat(other.signIn("careful", better).statusCode()).isEqualTo(303);
  }

  @Test
  void exportHasEverythingButKeysAndDeletionLeavesNothing() throws SQLException {
    Person person = somebody();
    person.post(
        "/account/sign-up",
        "name",
        "Leaver",
        "password",
        Person.PASSWORD,
        "email",
        "leaver@tasks.example");
    person.post("/account/tokens", "name", "farewell", "scope", "read", "days", "7");
    String id = new Accounts(fixture.store, TIME).byName("leaver").orElseThrow().id();
    String export = person.get("/account/export").body();
    assertThat(export).contains("Leaver", "leaver@tasks.example", "farewell", "Firefox on Linux");
    assertThat(export).doesNotContain("argon2").doesNotContain("\"hash\"");
    assertThat(whereIs(id)).isNotEmpty();

    assertThat(person.post("/account/delete", "password", Person.PASSWORD).statusCode())
        .isEqualTo(400);
    assertThat(person.post("/account/delete", "password", "wrong", "sure", "yes").statusCode())
        .isEqualTo(400);
    var gone = person.post("/account/delete", "password", Person.PASSWORD, "sure", "yes");
    assertThat(gone.body()).contains("is gone");
    assertThat(person.cookies).isEmpty();
    for (String trace : List.of(id, "Leaver", "leaver")) assertThat(whereIs(trace)).isEmpty();
    assertThat(somebody().signIn("Leaver", Person.PASSWORD).statusCode()).isEqualTo(400);
    somebody().signUp("leaver");
  }

  private static Map<String, Long> rows() throws SQLException {
    Map<String, Long> rows = new TreeMap<>();
    try (Connection connection = database()) {
      for (String table : tables(connection))
        try (var result = ask(connection, "select count(*) from " + table)) {
          rows.put(table, result.getLong(1));
        }
    }
    return rows;
  }

  /** Every place in the whole database that holds a text. */
  private static List<String> whereIs(String text) throws SQLException {
    List<String> places = new ArrayList<>();
    try (Connection connection = database()) {
      for (String table : tables(connection))
        try (var result = ask(connection, "select * from " + table)) {
          while (!result.isAfterLast() && result.getRow() > 0) {
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++)
              if (String.valueOf(result.getObject(i)).contains(text)) places.add(table);
            result.next();
          }
        }
    }
    return places;
  }

  private static Connection database() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("site.db"));
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (var result = ask(connection, "select name from sqlite_master where type = 'table'")) {
      do tables.add(result.getString(1));
      while (result.next());
    }
    return tables;
  }

  private static ResultSet ask(Connection connection, String sql) throws SQLException {
    ResultSet result = connection.createStatement().executeQuery(sql);
    result.next();
    return result;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x | from 2 to 40
          a\u202ebc | U+202E
          two\u200bwords | U+200B
          smile😀 | U+1F600
          аdmin | alphabets
          pауpal | alphabets
          .hidden | begins and ends
          a..b | in a row
          Worthwhile | cannot be had
          Moderator | cannot be had
          ADMlN | cannot be had
          """)
  void namesThatDeceiveAreRefusedWithTheReason(String name, String reason) {
    var answer =
        somebody().post("/account/sign-up", "name", name, "password", Person.PASSWORD, "email", "");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Jsoup.parse(answer.body()).selectFirst("[role=alert]").text()).contains(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MARTIN", "ｍａｒｔｉｎ", "martın", "mart1n", " Martin "})
  void namesThatLookAlikeAreOne(String name) {
    if (new Accounts(fixture.store, TIME).byName("Martin").isEmpty()) somebody().signUp("Martin");
    var answer = somebody().post("/account/sign-up", "name", name, "password", Person.PASSWORD);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("cannot be had");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ωμέγα", "Оксана", "さくら子", "김철수", "अनिता", "O.Neill", "Zoë-2"})
  void namesOfAllAlphabetsAreWelcome(String name) {
    assertThat(somebody().signUp(name)).hasSize(10);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          short     | at least 10
          qwertyuiop | first that are tried
          Password123! | first that are tried
          aaaaaaaaaaaa | first that are tried
          cdefghijklm | first that are tried
          chooser2026 | little more than a name
          worthwhile1 | little more than a name
          """)
  void passwordsThatAreGuessedFirstAreRefused(String password, String reason) {
    var answer =
        somebody().post("/account/sign-up", "name", "chooser", "password", password, "email", "");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Jsoup.parse(answer.body()).selectFirst("[role=alert]").text()).contains(reason);
  }

  @Test
  void onePlaceMakesFewAccounts() {
    Person busy = somebody();
    for (int i = 0; i < 10; i++) busy.signUp("farm " + i + " x");
    var answer = busy.post("/account/sign-up", "name", "farm again", "password", Person.PASSWORD);
    assertThat(answer.statusCode()).isEqualTo(429);
    TIME.move(Duration.ofMinutes(6));
    busy.signUp("farm later");
  }

  @Test
  void anOpenInstanceHasNoLocalUserAndMayBeClosed(@TempDir Path apart) {
    Person person = somebody();
    assertThat(person.get("/account").statusCode()).isEqualTo(303);
    assertThat(person.get("/api/v1/account").statusCode()).isEqualTo(401);
    SiteSettings closed = settings(Optional.of("http://tasks.example"), false);
    try (SiteFixture without = SiteFixture.empty(apart, closed)) {
      Person outside = new Person(without);
      assertThat(outside.get("/account/sign-up").statusCode()).isEqualTo(403);
      var answer = outside.post("/account/sign-up", "name", "who", "password", Person.PASSWORD);
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(without.store.accounts().isEmpty()).isTrue();
    }
  }

  @Test
  void theFirstAccountOfAPersonalInstanceTakesOverWhatWasKept(@TempDir Path apart) {
    try (SiteFixture own = SiteFixture.empty(apart, SiteSettings.local("1"))) {
      Person person = new Person(own);
      assertThat(person.page("/account").text()).contains("personal instance");
      assertThat(person.page("/account/sign-in").select("form[action=/account/sign-in]")).isEmpty();
      String token =
          new Accounts(own.store, SiteFixture.CLOCK)
              .tokens()
              .issue(Account.LOCAL, "before", Set.of(Scope.READ), Duration.ofDays(1))
              .secret();
      person.signUp("first");
      assertThat(person.page("/account/tokens").text()).contains("before");
      assertThat(person.page("/account").text()).contains("worker").doesNotContain("operator");
      assertThat(own.get("/api/v1/account").statusCode()).isEqualTo(401);
      assertThat(own.get("/api/v1/account", "Authorization", "Bearer " + token).body())
          .contains("\"first\"");
    }
  }
}
