package worthwhile.site.operate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import worthwhile.account.Account;
import worthwhile.posting.Reason;
import worthwhile.site.view.Labels;
import worthwhile.site.view.SiteInstance;
import worthwhile.store.source.Actor;
import worthwhile.store.source.OperatorLog;

/**
 * An act as people read it.
 *
 * @param who in words
 * @param deed in words
 * @param source that it was done to
 * @param note what else is to be said of it
 */
record ActLine(
    Instant at, String who, String deed, Optional<String> source, Optional<String> note) {
  static List<ActLine> of(List<OperatorLog.Act> acts, SiteInstance instance) {
    return acts.stream()
        .map(
            act ->
                new ActLine(
                    act.at(),
                    who(act.actor(), instance),
                    Labels.part("operate.deed." + act.deed().word()),
                    act.source(),
                    act.note().map(Reason::said)))
        .toList();
  }

  private static String who(Actor actor, SiteInstance instance) {
    return switch (actor) {
      case Actor.Operator(String account) ->
          instance
              .accounts()
              .byId(account)
              .filter(known -> !known.id().equals(Account.LOCAL))
              .map(Account::name)
              .orElseGet(
                  () ->
                      Labels.part(
                          account.equals(Account.LOCAL)
                              ? "operate.actor.local"
                              : "operate.actor.left"));
      case Actor.CommandLine _, Actor.Program _ -> Labels.part("operate.actor." + actor.word());
    };
  }
}
