package worthwhile.alert.note;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.alert.message.AlertMessage.Line;
import worthwhile.alert.message.AlertMessage.Match;
import worthwhile.alert.saved.Delivery;
import worthwhile.posting.Reason;

/** What is said of platforms that woke, before their postings. */
public final class WakingNotes {
  private WakingNotes() {}

  /** A line for each platform; of what another channel handed over only its id is known. */
  public static List<Line> lines(List<Delivery> said, Collection<Match> matches, String site) {
    List<Line> lines = new ArrayList<>();
    said.stream()
        .flatMap(delivery -> delivery.why().stream())
        .filter(why -> why.code().equals("alert-woke"))
        .distinct()
        .forEach(why -> lines.add(line(why, site)));
    if (!lines.isEmpty()) return lines;
    return matches.stream()
        .map(match -> match.posting().job().platform())
        .distinct()
        .map(platform -> line(platform, site))
        .toList();
  }

  private static Line line(Reason why, String site) {
    String platform = String.valueOf(why.parameters().get("id"));
    String last = String.valueOf(why.parameters().get("last"));
    return new Line(
        String.valueOf(why.parameters().get("platform")),
        Reason.of("woke-since").with("last", last).text(),
        Optional.of(site + "/platforms/" + platform),
        Map.of("platform", platform, "last", last));
  }

  private static Line line(String platform, String site) {
    return new Line(
        platform,
        Reason.of("woke").text(),
        Optional.of(site + "/platforms/" + platform),
        Map.of("platform", platform));
  }
}
