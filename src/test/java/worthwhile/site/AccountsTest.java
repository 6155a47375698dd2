package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import worthwhile.account.Accounts;

/** Accounts on an instance that others can reach, through its real pages. */
class AccountsTest {
  @TempDir private static Path folder;
  private static OpenInstance instance;

  @BeforeAll
  static void start() {
    instance = new OpenInstance(folder);
  }

  @AfterAll
  static void stop() {
    instance.close();
  }

  private static Person somebody() {
    return instance.somebody();
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
    person.signUp("next " + instance.people());
    person.cookies.clear();
    var answer =
        person.post(
            "/account/sign-in",
            "name",
            "next " + instance.people(),
            "password",
            Person.PASSWORD,
            "next",
            next);
    assertThat(answer.headers().firstValue("Location")).hasValue("/account");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"default", "", "null", "[]", "{}", "{\"id\":1}", "{\"response\":{}}", "{"})
  void whatIsNoPasskeyIsRefusedAndBreaksNothing(String credential) {
    Person person = somebody();
    person.signUp("key " + instance.people());
    for (String path : List.of("/account/passkeys", "/account/sign-in"))
      assertThat(person.post(path, "credential", credential, "name", "x").statusCode())
          .as(path)
          .isBetween(200, 499);
  }

  @Test
  void byHttpsTheCookiesAreBoundToTheHost(@TempDir Path apart) {
    try (SiteFixture https =
        SiteFixture.empty(
            apart, OpenInstance.settings("https://tasks.example", true), instance.time)) {
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
    instance.time.move(Duration.ofSeconds(1));
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
    instance.time.move(Duration.ofMinutes(1));
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
    return instance.fixture.get(path, "Authorization", "Bearer " + token);
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
    instance.time.move(Duration.ofDays(31));
    assertThat(person.get("/account").statusCode()).isEqualTo(303);
  }

  @Test
  void sensitiveThingsNeedAFreshProof() {
    Person person = somebody();
    person.signUp("careful");
    Person other = somebody();
    other.signIn("careful", Person.PASSWORD);
    instance.time.move(Duration.ofMinutes(16));
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
    String id =
        new Accounts(instance.fixture.store, instance.time).byName("leaver").orElseThrow().id();
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
}
