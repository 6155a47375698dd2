package worthwhile.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import worthwhile.Common;
import worthwhile.Out;
import worthwhile.Settings;
import worthwhile.TextTable;
import worthwhile.UsageException;
import worthwhile.account.Account;
import worthwhile.account.Accounts;
import worthwhile.account.Role;
import worthwhile.account.Scope;
import worthwhile.account.Session;
import worthwhile.posting.word.Worded;

/**
 * {@code user}: what the operator does for those who have an account; works beside {@code serve}.
 */
@Command(
    name = "user",
    description = "Accounts: makes, lists and deletes them, gives roles, lets people in again.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class UserCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new UsageException(
        "Say what to do: worthwhile user add|list|role|password|recovery|token|end-sessions|delete");
  }

  @Command(
      description = "Makes an account; the password comes from the terminal or standard input.",
      mixinStandardHelpOptions = true)
  int add(
      @Mixin Common common,
      @Parameters(paramLabel = "NAME") String name,
      @Option(names = "--role", paramLabel = "R", description = "moderator or operator")
          List<String> roles,
      @Option(names = "--email", paramLabel = "E") String email,
      @Option(
              names = "--no-password",
              description = "none: prints recovery codes, one of which opens the account")
          boolean open) {
    Set<Role> given = roles(roles);
    return with(
        common,
        accounts -> {
          var wish = new Accounts.Wish(name, Optional.ofNullable(email), accounts.all().isEmpty());
          Accounts.Joined joined =
              open
                  ? accounts.join(wish)
                  : accounts.join(wish, TerminalInput.password(), "command line");
          return switch (joined) {
            case Accounts.Joined.In(Account account) -> {
              if (!given.isEmpty()) accounts.setRoles(account, given);
              out().say("made: %s", account.name());
              if (open) codes(accounts, account);
              yield 0;
            }
            case Accounts.Joined.Refused(String _, String reason) ->
                throw new UsageException(reason);
            case Accounts.Joined.TooSoon(Duration delay) ->
                throw new UsageException("Wait " + delay.toSeconds() + " s and try again.");
          };
        });
  }

  @Command(description = "Lists the accounts.", mixinStandardHelpOptions = true)
  int list(@Mixin Common common) {
    return with(
        common,
        accounts -> {
          if (common.json()) accounts.all().forEach(one -> out().json(row(accounts, one)));
          else print(accounts);
          return 0;
        });
  }

  private static Map<String, Object> row(Accounts accounts, Account account) {
    List<Session> sessions = accounts.sessions().list(account.id());
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", account.name());
    row.put("id", account.id());
    row.put("roles", account.roles().stream().sorted().map(Role::word).toList());
    row.put("created", account.created().toString());
    row.put("sessions", sessions.size());
    row.put("lastSeen", sessions.isEmpty() ? null : sessions.getFirst().lastSeen().toString());
    row.put("tokens", accounts.tokens().list(account.id()).size());
    return row;
  }

  private void print(Accounts accounts) {
    List<List<String>> rows = new ArrayList<>();
    for (Account account : accounts.all())
      rows.add(
          row(accounts, account).values().stream()
              .map(value -> value == null ? "never" : value.toString().replaceAll("[\\[\\]]", ""))
              .toList());
    TextTable.print(
        out(), List.of("name", "id", "roles", "since", "sessions", "last seen", "tokens"), rows);
  }

  @Command(
      description = "Gives roles or takes them; the account signs in anew.",
      mixinStandardHelpOptions = true)
  int role(
      @Mixin Common common,
      @Parameters(paramLabel = "NAME") String name,
      @Option(names = "--add", paramLabel = "R", description = "moderator or operator")
          List<String> add,
      @Option(names = "--remove", paramLabel = "R") List<String> remove) {
    if (add == null && remove == null)
      throw new UsageException("Say which: --add moderator, --remove operator and the like");
    return one(
        common,
        name,
        (accounts, account) -> {
          Set<Role> roles = EnumSet.copyOf(account.roles());
          roles.addAll(roles(add));
          roles.removeAll(roles(remove));
          accounts.setRoles(account, roles);
          out().say("%s: %s", account.name(), words(roles));
        });
  }

  @Command(
      description = "Sets a password from the terminal or standard input; ends all sessions.",
      mixinStandardHelpOptions = true)
  int password(@Mixin Common common, @Parameters(paramLabel = "NAME") String name) {
    return one(
        common,
        name,
        (accounts, account) -> {
          accounts
              .setPassword(account, TerminalInput.password())
              .ifPresent(
                  problem -> {
                    throw new UsageException(problem);
                  });
          accounts.endSessions(account);
          out().say("%s has a new password and is signed out everywhere", account.name());
        });
  }

  @Command(
      description = "Prints new recovery codes on standard output; the old ones end.",
      mixinStandardHelpOptions = true)
  int recovery(@Mixin Common common, @Parameters(paramLabel = "NAME") String name) {
    return one(common, name, this::codes);
  }

  private void codes(Accounts accounts, Account account) {
    out().say("Recovery codes of %s, each for one time:", account.name());
    accounts.recoveryCodes().make(account.id()).forEach(out().results()::println);
  }

  @Command(
      description = "Prints a new API token on standard output; NAME may be local.",
      mixinStandardHelpOptions = true)
  int token(
      @Mixin Common common,
      @Parameters(paramLabel = "NAME") String name,
      @Option(names = "--for", paramLabel = "WHAT", defaultValue = "made by command") String label,
      @Option(
              names = "--scope",
              paramLabel = "S",
              required = true,
              description = "read, write, companion or import; repeatable")
          List<String> scopes,
      @Option(names = "--days", paramLabel = "N", defaultValue = "90") int days) {
    if (days < 1 || days > 366) throw new UsageException("--days must be from 1 to 366");
    Set<Scope> may =
        scopes.stream().map(UserCommand::scope).collect(Collectors.toUnmodifiableSet());
    return one(
        common,
        name,
        (accounts, account) ->
            out()
                .results()
                .println(
                    accounts
                        .tokens()
                        .issue(account.id(), label, may, Duration.ofDays(days))
                        .secret()));
  }

  private static Scope scope(String word) {
    return Worded.of(Scope.class, word)
        .orElseThrow(
            () ->
                new UsageException(
                    "scope \"" + word + "\": allowed are read, write, companion and import"));
  }

  @Command(
      name = "end-sessions",
      description = "Signs an account out everywhere.",
      mixinStandardHelpOptions = true)
  int endSessions(@Mixin Common common, @Parameters(paramLabel = "NAME") String name) {
    return one(
        common,
        name,
        (accounts, account) ->
            out().say("%s: %d sessions ended", account.name(), accounts.endSessions(account)));
  }

  @Command(
      description = "Deletes an account and everything that belongs to it.",
      mixinStandardHelpOptions = true)
  int delete(
      @Mixin Common common,
      @Parameters(paramLabel = "NAME") String name,
      @Option(names = "--yes", description = "do not ask") boolean yes) {
    return one(
        common,
        name,
        (accounts, account) -> {
          if (!yes && !TerminalInput.again(account.name()))
            throw new UsageException("Nothing was deleted. --yes deletes without asking.");
          accounts.delete(account);
          out().say("deleted: %s", account.name());
        });
  }

  private static Set<Role> roles(List<String> words) {
    EnumSet<Role> roles = EnumSet.noneOf(Role.class);
    for (String word : words == null ? List.<String>of() : words)
      roles.add(
          Worded.of(Role.class, word)
              .orElseThrow(
                  () ->
                      new UsageException(
                          "role \"" + word + "\": allowed are moderator and operator")));
    return roles;
  }

  private static String words(Set<Role> roles) {
    Set<Role> all = EnumSet.of(Role.WORKER);
    all.addAll(roles);
    return all.stream().map(Role::word).collect(Collectors.joining(", "));
  }

  /** Something done with one account. */
  private interface Work {
    void on(Accounts accounts, Account account);
  }

  private int one(Common common, String name, Work work) {
    return with(
        common,
        accounts -> {
          work.on(accounts, named(accounts, name));
          return 0;
        });
  }

  private static Account named(Accounts accounts, String name) {
    return accounts
        .byName(name)
        .or(() -> accounts.byId(name))
        .orElseThrow(
            () ->
                new UsageException(
                    "There is no account " + name + "; worthwhile user list shows all."));
  }

  private int with(Common common, ToIntFunction<Accounts> work) {
    Settings settings = common.settings();
    try (var store =
        worthwhile.store.Store.open(settings.database(), java.time.Clock.systemUTC())) {
      return work.applyAsInt(new Accounts(store, java.time.Clock.systemUTC()));
    }
  }

  private Out out() {
    return Out.of(spec);
  }
}
