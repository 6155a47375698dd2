package worthwhile.alert.note;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import worthwhile.alert.message.AlertMessage.Line;
import worthwhile.alert.saved.ChangeNote;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.alert.saved.Watched;
import worthwhile.posting.Reason;

/** What saved searches are told of platforms that change. */
public final class ChangeNotes {
  private ChangeNotes() {}

  /** Whether a saved search is told of what changes at a platform. */
  public static boolean concerns(SavedSearch search, String platform) {
    if (search.watches() != Watched.CHANGES || search.paused()) return false;
    Set<String> platforms = SourceNotes.platforms(search);
    return platforms.isEmpty() || platforms.contains(platform);
  }

  /** A message of them as things stand when it is sent: what nobody asks for now is left out. */
  public static Composed compose(Noting noting) {
    List<ChangeNote> told =
        noting
            .store()
            .alerts(
                alerts ->
                    noting.decided().stream()
                        .flatMap(at -> alerts.changes().told(noting.to().number(), at).stream())
                        .distinct()
                        .toList());
    Map<String, SavedSearch> searches =
        noting.store().alerts(alerts -> SourceNotes.using(alerts, noting.to()));
    List<ChangeNote> wanted =
        told.stream()
            .filter(
                change ->
                    searches.values().stream()
                        .anyMatch(search -> concerns(search, change.platform())))
            .toList();
    Map<String, String> names = new HashMap<>();
    for (SavedSearch search : searches.values())
      if (wanted.stream().anyMatch(change -> concerns(search, change.platform())))
        names.put(search.id(), search.name());
    if (names.isEmpty())
      return noting.nothing(Delivery.State.HELD, Reason.of("alert-unsubscribed"));
    return noting.message(
        names, wanted.stream().map(change -> line(change, noting.site())).toList());
  }

  private static Line line(ChangeNote change, String site) {
    return new Line(
        change.title(),
        change.text(),
        Optional.of(site + change.url()),
        Map.of("platform", change.platform(), "name", change.title(), "id", change.id()));
  }
}
