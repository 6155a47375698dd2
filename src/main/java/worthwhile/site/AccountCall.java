package worthwhile.site;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Arrays;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.account.Account;
import worthwhile.account.Role;
import worthwhile.account.Scope;
import worthwhile.posting.PostingJson;

/** {@code GET /api/v1/account}: whose account this is, and what the request may do. */
final class AccountCall implements Handler {
  private final Visitors visitors;

  AccountCall(Visitors visitors) {
    this.visitors = visitors;
  }

  @Override
  public void handle(Context ctx) {
    if (ApiQuery.refuses(ctx)) return;
    Account account = visitors.require(ctx, Scope.READ);
    Visitor visitor = visitors.visitor(ctx).orElseThrow();
    ObjectNode body = PostingJson.MAPPER.createObjectNode();
    body.put("id", account.id()).put("name", account.name());
    if (!account.isLocal()) body.put("created", account.created().toString());
    ArrayNode roles = body.putArray("roles");
    account.roles().stream().sorted().map(Role::word).forEach(roles::add);
    ArrayNode scopes = body.putArray("scopes");
    Arrays.stream(Scope.values()).filter(visitor::may).map(Scope::word).forEach(scopes::add);
    Answer.own(ctx, body.toString());
  }
}
