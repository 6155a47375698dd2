package worthwhile.site;

import io.javalin.http.Context;
import java.util.List;
import worthwhile.account.Account;

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
   */
  record View(Account account, List<String> codes, boolean welcome) {}

  @Override
  public void handle(Context ctx, Visitor visitor) {
    Account account = visitor.account();
    List<String> codes = reception.accounts().recoveryCodes().make(account.id());
    reception.page(ctx, 200, "codes", "Your recovery codes", new View(account, codes, false));
  }
}
