package worthwhile.extract;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.DiscussionForumPosting;
import worthwhile.posting.JobPosting;
import worthwhile.posting.JobPostingBuilder;
import worthwhile.posting.WordList;
import worthwhile.text.Languages;

/** Lays what a row's own page says over what the listing said. */
final class DetailMerge {
  private DetailMerge() {}

  static JobPosting merged(JobPosting row, JobPosting own) {
    String title = own.title().isBlank() ? row.title() : own.title();
    String description = or(own.description(), row.description());
    String words = description == null ? title : title + "\n" + description;
    JobPostingBuilder merged = row.toBuilder();
    for (WordList list : WordList.values()) list.set(merged, said(list.of(own), list.of(row)));
    return merged
        .title(title)
        .description(description)
        .language(Languages.of(words).orElse(or(own.language(), row.language())))
        .url(or(row.url(), own.url()))
        .hiringOrganization(or(own.hiringOrganization(), row.hiringOrganization()))
        .baseSalary(or(own.baseSalary(), row.baseSalary()))
        .timeRequired(or(own.timeRequired(), row.timeRequired()))
        .timeAllowed(or(own.timeAllowed(), row.timeAllowed()))
        .timeMeasured(or(own.timeMeasured(), row.timeMeasured()))
        .totalJobOpenings(or(own.totalJobOpenings(), row.totalJobOpenings()))
        .occupationalCategory(or(own.occupationalCategory(), row.occupationalCategory()))
        .employmentType(or(own.employmentType(), row.employmentType()))
        .jobLocation(or(own.jobLocation(), row.jobLocation()))
        .jobLocationType(or(own.jobLocationType(), row.jobLocationType()))
        .datePosted(or(own.datePosted(), row.datePosted()))
        .validThrough(or(own.validThrough(), row.validThrough()))
        .state(or(own.state(), row.state()))
        .stateReason(or(own.stateReason(), row.stateReason()))
        .reports(Stream.concat(row.reports().stream(), own.reports().stream()).distinct().toList())
        .build();
  }

  static DiscussionForumPosting merged(DiscussionForumPosting row, DiscussionForumPosting own) {
    return new DiscussionForumPosting(
        row.id(),
        row.source(),
        row.platform(),
        row.identifier(),
        or(row.url(), own.url()),
        or(own.headline(), row.headline()),
        or(own.author(), row.author()),
        or(own.datePublished(), row.datePublished()),
        or(own.text(), row.text()),
        said(own.mentions(), row.mentions()),
        or(own.baseSalary(), row.baseSalary()),
        said(own.reports(), row.reports()));
  }

  private static <T> @Nullable T or(@Nullable T own, @Nullable T row) {
    return own == null ? row : own;
  }

  private static <T> List<T> said(List<T> own, List<T> row) {
    return own.isEmpty() ? row : own;
  }
}
