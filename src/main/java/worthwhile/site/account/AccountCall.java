package worthwhile.site.account;

import io.javalin.http.Context;
import java.util.Arrays;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.account.Account;
import worthwhile.account.Role;
import worthwhile.account.Scope;
import worthwhile.posting.PostingJson;
import worthwhile.site.http.Answer;
import worthwhile.site.http.ApiQuery;
import worthwhile.site.http.Visitor;
import worthwhile.site.http.VisitorHandler;

/** {@code GET /api/v1/account}: whose account this is, and what the request may do. */
final class AccountCall implements VisitorHandler {
  @Override
  public void handle(Context ctx, Visitor visitor) {
    if (ApiQuery.refuses(ctx)) return;
    Account account = visitor.account();
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
