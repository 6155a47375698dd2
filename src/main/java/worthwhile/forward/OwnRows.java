package worthwhile.forward;

import static java.util.stream.Collectors.toSet;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import worthwhile.extract.Extraction;
import worthwhile.posting.Item;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Organization;
import worthwhile.source.Companion;
import worthwhile.text.Shortened;

/**
 * Rows of a forwarded page that speak of their own platform. A page that somebody made up must not
 * lead workers elsewhere.
 *
 * @param postings rows whose links stay with the platform
 * @param rejected all others, with the reason
 */
record OwnRows(List<JobPosting> postings, List<Extraction.Rejected> rejected) {
  private static final int LONGEST_ID = 200;
  private static final int LONGEST_LINK = 2_000;

  static OwnRows of(Companion companion, Extraction.Items items) {
    List<JobPosting> postings = new ArrayList<>();
    List<Extraction.Rejected> rejected = new ArrayList<>(items.rejected());
    Set<Integer> lost = items.rejected().stream().map(Extraction.Rejected::row).collect(toSet());
    int row = -1;
    for (Item item : items.items()) {
      do row++;
      while (lost.contains(row));
      if (!(item instanceof JobPosting posting)) continue;
      Optional<Extraction.Rejected> wrong = wrong(companion, posting, row);
      wrong.ifPresent(rejected::add);
      if (wrong.isEmpty()) postings.add(clean(companion, posting));
    }
    return new OwnRows(postings, rejected);
  }

  private static JobPosting clean(Companion companion, JobPosting posting) {
    return posting.toBuilder()
        .url(bare(companion, posting.url()))
        .hiringOrganization(own(companion, posting.hiringOrganization()))
        .build();
  }

  private static Optional<Extraction.Rejected> wrong(
      Companion companion, JobPosting posting, int row) {
    if (posting.identifier().length() > LONGEST_ID)
      return Optional.of(
          new Extraction.Rejected(row, "identifier", "longer than " + LONGEST_ID + " characters"));
    if (posting.url() == null || leadsHome(companion, posting.url())) return Optional.empty();
    return Optional.of(
        new Extraction.Rejected(
            row, "url", "does not lead to the platform: " + Shortened.to(100, posting.url())));
  }

  private static @Nullable Organization own(Companion companion, @Nullable Organization requester) {
    if (requester == null || requester.url() == null) return requester;
    String url = leadsHome(companion, requester.url()) ? bare(companion, requester.url()) : null;
    return new Organization(requester.name(), requester.identifier(), url);
  }

  private static @Nullable String bare(Companion companion, @Nullable String url) {
    return url == null ? null : companion.bare(URI.create(url)).toString();
  }

  static boolean leadsHome(Companion companion, String url) {
    try {
      return url.length() <= LONGEST_LINK && companion.isOfPlatform(new URI(url));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
