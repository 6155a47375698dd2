package worthwhile.alert.note;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import worthwhile.alert.message.AlertMessage.Line;
import worthwhile.alert.saved.Delivery;
import worthwhile.posting.Reason;
import worthwhile.work.Payment;
import worthwhile.work.Status;
import worthwhile.work.Work;

/** What a worker is asked about work that should have been paid by now. */
public final class DueNotes {
  private DueNotes() {}

  /** A message as things stand when it is sent: what was answered meanwhile is left out. */
  public static Composed compose(Noting noting) {
    String account = noting.to().account();
    boolean asked = noting.store().alerts(alerts -> alerts.dues().since(account)).isPresent();
    if (!asked) return noting.nothing(Delivery.State.HELD, Reason.of("alert-unsubscribed"));
    List<UUID> told =
        noting
            .store()
            .alerts(
                alerts ->
                    noting.decided().stream()
                        .flatMap(at -> alerts.dues().told(account, at).stream())
                        .toList());
    List<Line> lines =
        told.stream()
            .flatMap(id -> noting.store().work().byId(account, id).stream())
            .filter(work -> isOpen(noting, work))
            .map(work -> line(work, noting.site()))
            .toList();
    return lines.isEmpty()
        ? noting.nothing(Delivery.State.GONE, Reason.of("alert-due-answered"))
        : noting.message(Map.of(), lines);
  }

  private static boolean isOpen(Noting noting, Work work) {
    return work.status() == Status.PENDING
        && noting.store().pursuits().of(work.worker(), work.id()).outcome().isEmpty();
  }

  private static Line line(Work work, String site) {
    Payment payment = work.payment();
    String pay =
        payment.isKnown() ? ": " + payment.gross().toPlainString() + " " + payment.currency() : "";
    return new Line(
        work.title(),
        work.platform() + pay,
        Optional.of(site + "/earnings"),
        Map.of("platform", work.platform(), "work", work.id().toString()));
  }
}
