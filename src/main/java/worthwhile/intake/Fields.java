package worthwhile.intake;

import java.util.function.Predicate;
import worthwhile.posting.JobPosting;
import worthwhile.posting.WordList;

/** Whether a posting says something, by the name of the field. */
final class Fields {
  private Fields() {}

  /** True where the field is known; names that are no field of a posting hold for every row. */
  static Predicate<JobPosting> present(String field) {
    for (WordList list : WordList.values())
      if (list.field().equals(field)) return row -> !list.of(row).isEmpty();
    return switch (field) {
      case "url" -> row -> row.url() != null;
      case "description" -> row -> row.description() != null;
      case "hiringOrganization" -> row -> row.hiringOrganization() != null;
      case "baseSalary" -> row -> row.baseSalary() != null;
      case "timeRequired" -> row -> row.timeRequired() != null;
      case "timeAllowed" -> row -> row.timeAllowed() != null;
      case "timeMeasured" -> row -> row.timeMeasured() != null;
      case "totalJobOpenings" -> row -> row.totalJobOpenings() != null;
      case "occupationalCategory" -> row -> row.occupationalCategory() != null;
      case "employmentType" -> row -> row.employmentType() != null;
      case "jobLocation" -> row -> row.jobLocation() != null;
      case "jobLocationType" -> row -> row.jobLocationType() != null;
      case "datePosted" -> row -> row.datePosted() != null;
      case "validThrough" -> row -> row.validThrough() != null;
      default -> row -> true; // identifier and title: no posting exists without them.
    };
  }
}
