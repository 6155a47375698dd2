package worthwhile.intake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import worthwhile.posting.JobPosting;
import worthwhile.text.Places;

/** Who may do a task by country, where it was given in words. */
final class Whereabouts {
  private static final Set<String> CODES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

  private Whereabouts() {}

  /**
   * The posting with ISO 3166-1 codes for what its lists of countries name: countries, or regions
   * with all their members ("Europe only"). What they except ("Worldwide except Cuba") is excluded.
   * Words that name no country ("Worldwide") tell where the work is, if nothing else does.
   */
  static JobPosting read(JobPosting posting) {
    List<String> stated = posting.applicantLocationRequirements();
    List<String> barred = posting.ineligibleRegion();
    if (CODES.containsAll(stated) && CODES.containsAll(barred)) return posting;
    List<String> countries = codes(stated);
    Set<String> excluded = new LinkedHashSet<>(codes(barred));
    for (String text : stated) if (!CODES.contains(text)) excluded.addAll(Places.excluded(text));
    boolean unread = !stated.isEmpty() && countries.isEmpty() && posting.jobLocation() == null;
    return posting.toBuilder()
        .applicantLocationRequirements(countries)
        .ineligibleRegion(List.copyOf(excluded))
        .jobLocation(unread ? String.join(", ", stated) : posting.jobLocation())
        .build();
  }

  private static List<String> codes(List<String> texts) {
    Set<String> codes = new LinkedHashSet<>();
    for (String text : texts)
      if (CODES.contains(text)) codes.add(text);
      else codes.addAll(Places.countries(text));
    return new ArrayList<>(codes);
  }
}
