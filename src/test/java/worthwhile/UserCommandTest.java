package worthwhile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.account.Account;
import worthwhile.account.Accounts;
import worthwhile.account.Role;
import worthwhile.account.SignIns.From;
import worthwhile.account.SignIns.Outcome;
import worthwhile.command.Main;
import worthwhile.store.Store;

/** {@code user} as it is typed. */
class UserCommandTest {
  private static final String PASSWORD = "lamp carrot thursday";
  private static final InputStream TERMINAL = System.in;

  @TempDir Path folder;
  private String results;
  private String talk;

  private int run(String typed, String... args) {
    System.setIn(new ByteArrayInputStream((typed + "\n").getBytes(StandardCharsets.UTF_8)));
    String[] words = Stream.concat(Stream.of("user"), Stream.of(args)).toArray(String[]::new);
    Typed told = Typed.run(words, "--data", folder.toString());
    results = told.results();
    talk = told.talk();
    return told.code();
  }

  @AfterEach
  void giveBack() {
    System.setIn(TERMINAL);
  }

  private <T> T with(java.util.function.Function<Accounts, T> work) {
    String url = "jdbc:sqlite:" + folder.resolve("worthwhile.db");
    try (Store store = Store.open(url, Clock.systemUTC())) {
      return work.apply(new Accounts(store, Clock.systemUTC()));
    }
  }

  private Outcome signIn(String name, String password) {
    return with(
        accounts ->
            accounts.signIns().byPassword(name, password, new From("test", Optional.empty())));
  }

  private Account account(String name) {
    return with(accounts -> accounts.byName(name).orElseThrow());
  }

  @Test
  void theOperatorMakesTheFirstOperatorAndLetsPeopleInAgain() {
    assertThat(run(PASSWORD, "add", "Olga", "--role", "operator", "--email", "o@x.example"))
        .isZero();
    assertThat(account("olga").roles()).containsExactlyInAnyOrder(Role.WORKER, Role.OPERATOR);
    assertThat(signIn("Olga", PASSWORD)).isInstanceOf(Outcome.SignedIn.class);

    assertThat(run("", "add", "Weaver", "--no-password")).isZero();
    String code = results.lines().toList().getFirst();
    Outcome recovered =
        with(
            accounts ->
                accounts
                    .signIns()
                    .byRecoveryCode("weaver", code, new From("test", Optional.empty())));
    assertThat(recovered).isInstanceOf(Outcome.SignedIn.class);

    assertThat(run("another lamp carrot", "password", "weaver")).isZero();
    assertThat(signIn("weaver", "another lamp carrot")).isInstanceOf(Outcome.SignedIn.class);
    assertThat(run("", "recovery", "weaver")).isZero();
    assertThat(results.lines().filter(line -> line.matches("(\\w{4}-){3}\\w{4}"))).hasSize(10);
    assertThat(results).doesNotContain(code);
  }

  @Test
  void rolesComeAndGoAndEndSessions() {
    run(PASSWORD, "add", "mod");
    String id = account("mod").id();
    String session = with(accounts -> accounts.sessions().begin(id, "test").secret());
    assertThat(run("", "role", "MOD", "--add", "moderator")).isZero();
    assertThat(account("mod").is(Role.MODERATOR)).isTrue();
    assertThat(with(accounts -> accounts.sessions().of(session)).isPresent()).isFalse();
    assertThat(run("", "role", "mod", "--remove", "moderator")).isZero();
    assertThat(account("mod").roles()).containsExactly(Role.WORKER);

    with(accounts -> accounts.sessions().begin(id, "test"));
    assertThat(run("", "end-sessions", "mod")).isZero();
    assertThat(talk).contains("1 sessions ended");
    assertThat(run("", "list", "--json")).isZero();
    assertThat(results).contains("\"name\":\"mod\"").contains("\"sessions\":0");
    assertThat(run("", "list")).isZero();
    assertThat(talk).contains("mod").contains("worker").contains("never");
  }

  @Test
  void aTokenForTheLocalUserEndsUpWithTheFirstAccount() {
    assertThat(run("", "token", "local", "--scope", "read")).isZero();
    String token = results.strip();
    run(PASSWORD, "add", "first");
    assertThat(with(accounts -> accounts.tokens().of(token)).orElseThrow().account())
        .isEqualTo(account("first").id());
    assertThat(run("", "token", "local", "--scope", "read")).isEqualTo(2);
  }

  @Test
  void deletingAsksFirst() {
    run(PASSWORD, "add", "leaver");
    assertThat(run("", "delete", "leaver")).isEqualTo(2);
    assertThat(run("", "delete", "leaver", "--yes")).isZero();
    assertThat(run("", "delete", "leaver", "--yes")).isEqualTo(2);
    assertThat(talk).contains("There is no account leaver");
  }

  @Test
  void whatIsWrongIsSaid() {
    assertThat(run("short", "add", "Anna")).isEqualTo(2);
    assertThat(talk).contains("at least 10 characters");
    assertThat(run(PASSWORD, "add", "Anna", "--role", "queen")).isEqualTo(2);
    assertThat(talk).contains("allowed are moderator and operator");
    assertThat(run(PASSWORD, "add", "a\u202eb")).isEqualTo(2);
    assertThat(Main.commandLine().setErr(new PrintWriter(new StringWriter())).execute("user"))
        .isEqualTo(2);
    assertThat(run("", "role", "Anna")).isEqualTo(2);
    assertThat(run("", "token", "local", "--scope", "all")).isEqualTo(2);
  }
}
