package worthwhile.site.account;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import worthwhile.account.Account;
import worthwhile.account.Scope;
import worthwhile.account.Token;
import worthwhile.account.Tokens;
import worthwhile.posting.word.Worded;
import worthwhile.site.http.Visitor;
import worthwhile.site.view.Labels;

/** {@code /account/tokens}: keys for programs, each shown once. */
final class TokensPage {
  private static final Set<String> DAYS = Set.of("7", "30", "90", "365");
  private static final int LONGEST_NAME = 60;

  private final Reception reception;

  TokensPage(Reception reception) {
    this.reception = reception;
  }

  /**
   * The page.
   *
   * @param issued the token that has just been made
   */
  record View(
      Account account,
      List<Token> tokens,
      Optional<Tokens.Issued> issued,
      Instant now,
      Optional<String> error) {}

  void form(Context ctx, Visitor visitor) {
    show(ctx, visitor.account(), 200, Optional.empty(), Optional.empty());
  }

  /** Takes a token back. */
  void revoke(Context ctx, Visitor visitor) {
    reception.accounts().tokens().revoke(visitor.account().id(), ctx.pathParam("id"));
    reception.goTo(ctx, "/account/tokens");
  }

  void make(Context ctx, Visitor visitor) {
    String name = Reception.field(ctx, "name").strip();
    String days = Reception.field(ctx, "days");
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    ctx.formParams("scope").forEach(word -> Worded.of(Scope.class, word).ifPresent(scopes::add));
    Optional<String> error = problem(name, scopes, days);
    if (error.isPresent()) {
      show(ctx, visitor.account(), 400, Optional.empty(), error);
      return;
    }
    Duration lifetime = Duration.ofDays(Long.parseLong(days));
    Account account = visitor.account();
    Tokens.Issued issued =
        reception.accounts().tokens().issue(account.id(), name, scopes, lifetime);
    show(ctx, account, 200, Optional.of(issued), Optional.empty());
  }

  /** What a token may do, for people. */
  static String meanings(Token token) {
    return token.scopes().stream()
        .sorted()
        .map(TokensPage::meaning)
        .collect(Collectors.joining("; "));
  }

  static String meaning(Scope scope) {
    return Labels.worded(scope.meaning());
  }

  private static Optional<String> problem(String name, Set<Scope> scopes, String days) {
    if (name.isEmpty() || name.length() > LONGEST_NAME)
      return Optional.of(Labels.part("account.give-the-token-a-name-of-1-to-60-characters"));
    if (scopes.isEmpty())
      return Optional.of(Labels.part("account.tick-at-least-one-thing-that-the-token-may-do"));
    if (!DAYS.contains(days))
      return Optional.of(Labels.part("account.choose-how-long-the-token-lasts"));
    return Optional.empty();
  }

  private void show(
      Context ctx,
      Account account,
      int status,
      Optional<Tokens.Issued> issued,
      Optional<String> error) {
    List<Token> tokens = reception.accounts().tokens().list(account.id());
    View view = new View(account, tokens, issued, reception.instance().now(), error);
    reception.page(ctx, status, "account/tokens", Labels.part("account.api-tokens"), view);
  }
}
