package worthwhile.site.account;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.account.Account;
import worthwhile.account.Accounts;
import worthwhile.posting.PostingJson;
import worthwhile.site.http.Answer;
import worthwhile.site.http.ApiQuery;
import worthwhile.site.http.Visitor;

/** Everything that an account has here, as one JSON file: as a download, and as an API call. */
final class ExportFile {
  private final Accounts accounts;

  ExportFile(Accounts accounts) {
    this.accounts = accounts;
  }

  /** {@code GET /account/export}. */
  void download(Context ctx, Visitor visitor) {
    ctx.header("Content-Disposition", "attachment; filename=\"worthwhile-account.json\"");
    Answer.send(ctx, 200, Answer.JSON, "no-store", json(visitor.account()));
  }

  /** {@code GET /api/v1/account/export}. */
  void call(Context ctx, Visitor visitor) {
    if (ApiQuery.refuses(ctx)) return;
    Answer.own(ctx, json(visitor.account()));
  }

  private String json(Account account) {
    Map<String, List<Map<String, Object>>> tables = accounts.export(account);
    ObjectNode body = PostingJson.MAPPER.createObjectNode();
    body.put("account", account.id());
    body.put("name", account.name());
    body.put(
        "note",
        "Times are milliseconds since 1970 (UTC). Keys, hashes and passwords are left out.");
    body.set("tables", PostingJson.MAPPER.valueToTree(tables));
    return body.toPrettyString();
  }
}
