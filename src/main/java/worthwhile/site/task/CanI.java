package worthwhile.site.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Posting;
import worthwhile.posting.Reason;
import worthwhile.posting.TaskDevice;
import worthwhile.posting.word.Worded;
import worthwhile.search.Dimension;
import worthwhile.search.Eligibility;
import worthwhile.search.PostingFacts;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Show;
import worthwhile.site.view.SiteInstance;
import worthwhile.source.Platform;
import worthwhile.source.card.OpenTo;
import worthwhile.work.earn.ApprovalAsked;
import worthwhile.work.earn.ApprovalRate;

/** Whether a worker may do a task, as far as it says and as far as she told of herself. */
record CanI(List<Line> lines) {
  /** Of fewer decisions her share of approved work says nothing. */
  private static final int FEWEST = 5;

  private static final Set<TaskDevice> TO_CHOOSE =
      Set.of(TaskDevice.PHONE, TaskDevice.TABLET, TaskDevice.DESKTOP);

  /** What is known. */
  enum Answer {
    YES,
    NO,
    NOT_STATED,
    /** She did not tell what it depends on. */
    NOT_TOLD
  }

  /**
   * One thing that it depends on.
   *
   * @param what {@code country}, {@code language}, {@code device} or {@code needs}
   * @param said what the task or its platform says of it, in words; empty if nothing
   */
  record Line(String what, Answer answer, String said) {
    String label() {
      return Labels.part("can." + what);
    }

    /** Yes, no or not stated; absent where it depends on what she did not tell. */
    Optional<String> verdict() {
      return answer == Answer.NOT_TOLD
          ? Optional.empty()
          : Optional.of(Labels.part("can.answer." + Worded.wordOf(answer)));
    }

    /** The colour of it. */
    String tone() {
      return switch (answer) {
        case YES -> "good";
        case NO -> "bad";
        case NOT_STATED, NOT_TOLD -> "idle";
      };
    }
  }

  CanI {
    lines = List.copyOf(lines);
  }

  static CanI of(Posting posting, ToldOfHer her, SiteInstance instance) {
    List<Line> lines = new ArrayList<>();
    lines.add(country(posting, her, instance));
    Optional.ofNullable(posting.job().language())
        .map(code -> language(code, her))
        .ifPresent(lines::add);
    lines.add(device(posting.job(), her));
    for (String line : posting.job().qualifications())
      lines.add(needs(TaskNeed.of(line), posting.job(), her));
    if (posting.job().qualifications().isEmpty())
      lines.add(new Line("needs", Answer.NOT_STATED, ""));
    return new CanI(lines);
  }

  /** What it says of countries. */
  Line country() {
    return lines.getFirst();
  }

  /** Whether she has to say where she works to be told more. */
  boolean asksForCountry() {
    return country().answer() == Answer.NOT_TOLD;
  }

  /** What it asks of her work so far, in one line; absent where it says nothing. */
  Optional<String> needs() {
    String said =
        lines.stream()
            .filter(line -> line.what().equals("needs") && line.answer() != Answer.NOT_STATED)
            .map(Line::said)
            .collect(Collectors.joining(", "));
    return Optional.of(said).filter(text -> !text.isEmpty());
  }

  private static Line country(Posting posting, ToldOfHer her, SiteInstance instance) {
    JobPosting job = posting.job();
    PostingFacts facts = instance.index().facts(posting);
    Optional<OpenTo> card = card(job, instance).flatMap(Platform::openTo);
    Optional<Eligibility> fit =
        Optional.of(her.countries())
            .filter(told -> !told.isEmpty())
            .map(told -> Eligibility.of(told, facts));
    Reason said =
        Reason.of("can-country")
            .with("state", state(facts, fit))
            .with("named", named(facts))
            .with(
                "not",
                job.ineligibleRegion().isEmpty()
                    ? null
                    : Labels.fewCountries(job.ineligibleRegion()))
            .with("hers", her.countries().isEmpty() ? null : Show.countries(her.countries()))
            .with("platform", instance.platformName(job.platform()))
            .with("card", card.map(open -> card(open, her)).orElse("none"));
    return new Line("country", answer(facts, fit), said.said());
  }

  private static Optional<Platform> card(JobPosting job, SiteInstance instance) {
    return Optional.ofNullable(job.platform()).flatMap(instance.sources()::platform);
  }

  private static String state(PostingFacts facts, Optional<Eligibility> fit) {
    if (fit.filter(found -> found == Eligibility.EXCLUDED).isPresent()) return "excluded";
    if (facts.worldwide()) return "worldwide";
    return facts.keys(Dimension.COUNTRY).isEmpty() ? "unsaid" : "named";
  }

  private static String named(PostingFacts facts) {
    Set<String> named = facts.keys(Dimension.COUNTRY);
    return named.isEmpty() ? "none" : Labels.fewCountries(named);
  }

  /** What the card says of her countries: that it takes workers there, takes none, or nothing. */
  private static String card(OpenTo open, ToldOfHer her) {
    if (her.countries().isEmpty()) return "none";
    if (her.countries().stream().anyMatch(open::includes)) return "takes";
    return her.countries().stream().allMatch(open::excludes) ? "excludes" : "none";
  }

  private static Answer answer(PostingFacts facts, Optional<Eligibility> fit) {
    if (fit.isPresent())
      return switch (fit.get()) {
        case NAMED -> Answer.YES;
        case NOT_STATED -> Answer.NOT_STATED;
        case EXCLUDED -> Answer.NO;
      };
    if (facts.worldwide()) return Answer.YES;
    boolean says =
        !facts.keys(Dimension.COUNTRY).isEmpty() || !facts.limit().ineligible().isEmpty();
    return says ? Answer.NOT_TOLD : Answer.NOT_STATED;
  }

  private static Line language(String code, ToldOfHer her) {
    Answer answer =
        her.languages().isEmpty()
            ? Answer.NOT_TOLD
            : her.languages().contains(code) ? Answer.YES : Answer.NO;
    String said = Reason.of("can-language").with("language", Show.language(code)).said();
    return new Line("language", answer, said);
  }

  private static Line device(JobPosting job, ToldOfHer her) {
    List<TaskDevice> all =
        job.devices().stream().flatMap(word -> TaskDevice.of(word).stream()).toList();
    if (all.isEmpty()) return new Line("device", Answer.NOT_STATED, "");
    List<TaskDevice> any = all.stream().filter(TO_CHOOSE::contains).toList();
    List<TaskDevice> beside = all.stream().filter(each -> !any.contains(each)).toList();
    String said =
        Stream.of(words(any, " or "), words(beside, " and "))
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining("; "));
    boolean has = any.isEmpty() || any.stream().anyMatch(her.devices()::contains);
    Answer answer =
        her.devices().isEmpty()
            ? Answer.NOT_TOLD
            : has && her.devices().containsAll(beside) ? Answer.YES : Answer.NO;
    return new Line("device", answer, said);
  }

  private static String words(List<TaskDevice> devices, String between) {
    return devices.stream()
        .map(each -> Labels.part("can.device." + each.word()))
        .collect(Collectors.joining(between));
  }

  private static Line needs(TaskNeed asked, JobPosting job, ToldOfHer her) {
    Optional<ApprovalRate> rate =
        her.approvals().stream()
            .filter(each -> each.platform().equals(job.platform()) && each.decided() >= FEWEST)
            .findFirst();
    if (asked.approval().isEmpty() || rate.isEmpty())
      return new Line("needs", Answer.NOT_TOLD, asked.said());
    return needs(asked, asked.approval().get(), rate.get());
  }

  private static Line needs(TaskNeed asked, ApprovalAsked approval, ApprovalRate rate) {
    String said =
        Reason.of("needs-approval-known")
            .with("asked", asked.said())
            .with("percent", rate.percent().stripTrailingZeros().toPlainString())
            .with("decided", rate.decided())
            .said();
    return new Line("needs", rate.reaches(approval) ? Answer.YES : Answer.NO, said);
  }
}
