package worthwhile.site.account;

import io.javalin.http.Context;
import java.util.List;
import worthwhile.account.Account;
import worthwhile.site.http.Visitor;
import worthwhile.site.http.VisitorHandler;
import worthwhile.site.view.Labels;

/** {@code POST /account/recovery-codes}: makes new recovery codes and shows them once. */
final class CodesForm implements VisitorHandler {
  private final Reception reception;

  CodesForm(Reception reception) {
    this.reception = reception;
  }

  /**
   * The codes.
   *
   * @param welcome whether the account has just been made
   * @param next where to go with them
   */
  record View(Account account, List<String> codes, boolean welcome, String next) {}

  @Override
  public void handle(Context ctx, Visitor visitor) {
    Account account = visitor.account();
    List<String> codes = reception.accounts().recoveryCodes().make(account.id());
    reception.page(
        ctx,
        200,
        "account/codes",
        Labels.part("account.your-recovery-codes"),
        new View(account, codes, false, Reception.HOME));
  }
}
