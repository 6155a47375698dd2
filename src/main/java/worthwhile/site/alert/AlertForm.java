package worthwhile.site.alert;

import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import worthwhile.alert.saved.Rhythm;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.site.http.Form;

/** A saved search as the form of the page shows it. */
final class AlertForm {
  private static final String ON = "on";

  /** What the form asks for with words of its own, and the value that ticks it. */
  private static final Map<String, List<String>> TICKED =
      Map.of(
          "include_unknown_pay", List.of("known_pay", "false"),
          "eligibility", List.of("named", "named"),
          "max_severity", List.of("calm", "note"));

  private AlertForm() {}

  /** The conditions without those that the form ticks. */
  static Map<String, List<String>> unticked(Map<String, List<String>> query) {
    Map<String, List<String>> rest = new LinkedHashMap<>(query);
    TICKED.forEach((parameter, field) -> rest.remove(parameter, List.of(field.getLast())));
    return rest;
  }

  /** The form as it would have been filled in. */
  static Form of(SavedSearch search) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    values.put("name", List.of(search.name()));
    TICKED.forEach(
        (parameter, field) -> {
          if (List.of(field.getLast()).equals(search.query().get(parameter)))
            values.put(field.getFirst(), List.of(ON));
        });
    values.put("watches", List.of(search.watches().word()));
    switch (search.timetable().rhythm()) {
      case Rhythm.Instantly _ -> values.put("rhythm", List.of("instant"));
      case Rhythm.Digest(List<LocalTime> at) -> {
        values.put("rhythm", List.of("digest"));
        values.put("digest_at", at.stream().map(LocalTime::toString).toList());
      }
    }
    search
        .timetable()
        .quiet()
        .ifPresent(
            hours -> {
              values.put("quiet_from", List.of(hours.from().toString()));
              values.put("quiet_until", List.of(hours.until().toString()));
            });
    values.put("zone", List.of(search.timetable().zone().getId()));
    values.put("most", List.of(Integer.toString(search.mostPerDay())));
    values.put("instead", List.of(search.id()));
    return new Form(values);
  }
}
