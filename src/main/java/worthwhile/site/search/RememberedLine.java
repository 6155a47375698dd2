package worthwhile.site.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import worthwhile.posting.Reason;
import worthwhile.posting.TaskKind;
import worthwhile.posting.word.Worded;
import worthwhile.site.me.LanguageNames;
import worthwhile.site.view.Floor;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Remembered;
import worthwhile.site.view.Show;
import worthwhile.site.view.SiteInstance;

/** What a browser remembers of its worker, in words. */
final class RememberedLine {
  private RememberedLine() {}

  /**
   * What is remembered, each in a few words.
   *
   * @param blocked how many requesters are left out because they are blocked
   */
  static List<String> of(Remembered remembered, int blocked, SiteInstance instance) {
    List<String> parts = new ArrayList<>();
    if (!remembered.countries().isEmpty()) parts.add(Show.countries(remembered.countries()));
    if (!remembered.languages().isEmpty()) parts.add(LanguageNames.line(remembered.languages()));
    remembered.floor().flatMap(text -> floor(text, instance)).ifPresent(parts::add);
    remembered
        .minutes()
        .map(minutes -> Reason.of("minutes-free").with("minutes", minutes).said())
        .ifPresent(parts::add);
    remembered.currency().ifPresent(code -> parts.add(Labels.part("search.in", "currency", code)));
    remembered.kinds().stream()
        .flatMap(word -> Worded.of(TaskKind.class, word).stream())
        .forEach(kind -> parts.add(small(Labels.kind(kind))));
    if (!remembered.devices().isEmpty()) parts.add(String.join(", ", remembered.devices()));
    if (!remembered.platforms().isEmpty()) parts.add(platforms(remembered.platforms(), instance));
    if (blocked > 0) parts.add(Reason.of("requesters-blocked").with("n", blocked).said());
    return parts;
  }

  private static String platforms(List<String> ids, SiteInstance instance) {
    return Reason.of("platforms-joined")
        .with("n", ids.size())
        .with("names", ids.stream().map(instance::platformName).collect(Collectors.joining(", ")))
        .said();
  }

  private static Optional<String> floor(String text, SiteInstance instance) {
    return switch (Floor.choice(text, instance.today(), instance::rates)) {
      case Floor.Choice.Made(Floor floor) -> floor.atLeast();
      case Floor.Choice.Mistaken _ -> Optional.empty();
    };
  }

  private static String small(String label) {
    return label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
  }
}
