package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
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
import worthwhile.site.http.SiteSettings;

/** Names, passwords and sign-up on an instance that others can reach. */
class SignUpTest {
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
    if (new Accounts(instance.fixture.store, instance.time).byName("Martin").isEmpty())
      somebody().signUp("Martin");
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
    instance.time.move(Duration.ofMinutes(6));
    busy.signUp("farm later");
  }

  @Test
  void anOpenInstanceHasNoLocalUserAndMayBeClosed(@TempDir Path apart) {
    Person person = somebody();
    assertThat(person.get("/account").statusCode()).isEqualTo(303);
    assertThat(person.get("/api/v1/account").statusCode()).isEqualTo(401);
    SiteSettings closed = OpenInstance.settings("http://tasks.example", false);
    try (SiteFixture without = SiteFixture.empty(apart, closed)) {
      Person outside = new Person(without);
      assertThat(outside.get("/account/sign-up").statusCode()).isEqualTo(403);
      var answer = outside.post("/account/sign-up", "name", "who", "password", Person.PASSWORD);
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(without.store.accounts().isEmpty()).isTrue();
    }
  }

  @Test
  void whoSignsUpOnTheWayToASavedSearchGetsThere() {
    String wanted = "/alerts/new?q=survey&kind=micro-task";
    Person stranger = somebody();
    String signIn = stranger.get(wanted).headers().firstValue("Location").orElseThrow();
    Document asked = stranger.page(signIn);
    assertThat(asked.text()).contains("Your search is kept while you sign in or sign up");
    String signUp = asked.selectFirst("a[href^=/account/sign-up]").attr("href");
    Document form = stranger.page(signUp);
    assertThat(form.select("input[name=next]").val()).isEqualTo(wanted);
    assertThat(form.select("main a[href^=/account/sign-in]").attr("href")).isEqualTo(signIn);
    var made =
        stranger.post(
            "/account/sign-up", "name", "Wayfarer", "password", Person.PASSWORD, "next", wanted);
    assertThat(Jsoup.parse(made.body()).select("main a.button").attr("href")).isEqualTo(wanted);
    assertThat(
            somebody()
                .page("/account/sign-up?next=//evil.example")
                .select("input[name=next]")
                .val())
        .isEqualTo("/account");
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
