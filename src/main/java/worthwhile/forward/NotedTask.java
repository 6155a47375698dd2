package worthwhile.forward;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import worthwhile.extract.rule.Digest;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Organization;
import worthwhile.posting.UnitText;
import worthwhile.source.Companion;
import worthwhile.source.SourceDefinition;
import worthwhile.text.CleanText;
import worthwhile.text.Languages;
import worthwhile.text.pay.PayText;
import worthwhile.text.pay.SumText;

/** Makes a posting of a task that a worker noted by hand. */
final class NotedTask {
  private static final int LONGEST_TITLE = 300;

  /** Nobody takes less for a task: six seconds. */
  private static final BigDecimal LEAST_MINUTES = new BigDecimal("0.1");

  private static final BigDecimal MOST_MINUTES = BigDecimal.valueOf(100_000);

  private NotedTask() {}

  /** A posting, or what is wrong with the note. */
  sealed interface Read {}

  record Right(JobPosting posting) implements Read {}

  record Wrong(String reason) implements Read {}

  static Read read(SourceDefinition source, Companion companion, Forwarded.Task task) {
    String title = CleanText.line(task.title());
    if (title.length() < 3 || title.length() > LONGEST_TITLE)
      return new Wrong("title: must have from 3 to " + LONGEST_TITLE + " characters");
    if (!OwnRows.leadsHome(companion, task.url().toString()))
      return new Wrong("url: must be an https address of " + source.name());
    if (task.minutes().filter(m -> !isPlausible(m)).isPresent())
      return new Wrong("minutes: must be from " + LEAST_MINUTES + " to " + MOST_MINUTES);
    List<String> open =
        task.pay().map(text -> SumText.openWithin(text, source.locale())).orElse(List.of());
    if (!open.isEmpty())
      return new Wrong(
          "pay: '"
              + CleanText.line(task.pay().get())
              + "' may be "
              + String.join(", ", open)
              + "; name the currency, such as 5 "
              + open.getLast());
    Optional<MonetaryAmount> pay = task.pay().flatMap(text -> pay(source, text));
    if (task.pay().isPresent() && pay.isEmpty())
      return new Wrong(
          "pay: '"
              + CleanText.line(task.pay().get())
              + "' is no sum with a currency, such as £1.50");
    return new Right(posting(source, companion, task, title, pay));
  }

  private static boolean isPlausible(BigDecimal minutes) {
    return minutes.compareTo(LEAST_MINUTES) >= 0 && minutes.compareTo(MOST_MINUTES) <= 0;
  }

  private static JobPosting posting(
      SourceDefinition source,
      Companion companion,
      Forwarded.Task task,
      String title,
      Optional<MonetaryAmount> pay) {
    URI address = companion.bare(task.url());
    String identifier =
        companion.identifier(address).orElseGet(() -> "noted-" + Digest.of(address + "\n" + title));
    return JobPosting.builder(source.id(), source.platform(), identifier)
        .url(address.toString())
        .title(title)
        .language(Languages.of(title).orElse(null))
        .hiringOrganization(
            task.requester()
                .map(CleanText::line)
                .filter(name -> !name.isBlank())
                .map(name -> new Organization(name, null, null))
                .orElse(null))
        .baseSalary(pay.orElse(null))
        .timeRequired(task.minutes().map(NotedTask::span).orElse(null))
        .build();
  }

  private static Optional<MonetaryAmount> pay(SourceDefinition source, String text) {
    PayText.Context context =
        new PayText.Context(source.locale(), Optional.empty(), Optional.of(UnitText.TASK));
    return PayText.find(text, context).map(PayText.Found::amount);
  }

  private static Duration span(BigDecimal minutes) {
    BigDecimal seconds = minutes.multiply(BigDecimal.valueOf(60));
    return Duration.ofSeconds(seconds.setScale(0, RoundingMode.HALF_UP).longValue());
  }
}
