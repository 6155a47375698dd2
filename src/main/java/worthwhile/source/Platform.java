package worthwhile.source;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import worthwhile.posting.TaskKind;
import worthwhile.source.card.OpenTo;
import worthwhile.source.card.Particulars;
import worthwhile.source.card.Sum;

/**
 * A place where work is offered: the card of {@code platform.yml}. What is not known is absent and
 * the page says "not known".
 *
 * @param id unique; the folder's name
 * @param name for people
 * @param homepage link
 * @param aliases other names it is looked for by
 * @param formerly what it was called before, the oldest name first
 * @param successor id of the platform that took it over; absent if none
 * @param instead ids of platforms that offer such work now
 * @param status {@code open}, {@code waitlist}, {@code unknown} (nothing recent was found of it),
 *     {@code merged} or {@code closed}
 * @param statusSince when that became so; absent if not known
 * @param statusReason what happened, in a sentence; absent if there is nothing to tell
 * @param kind one of {@link #KINDS}
 * @param summary one or two sentences for a newcomer
 * @param access how its tasks reach Worthwhile, and why so
 * @param accessReason the why, in a sentence
 * @param pay lines about unit, currency, points, fees, by label
 * @param payout lines about minimum, methods, delay, by label
 * @param minimumPayout the least that is paid out, by the cheapest way; zero if anything is; absent
 *     if not known
 * @param paidAfterDays days from handing the work in until it can be paid, if nobody objects;
 *     absent if not known
 * @param review how long until paid, and what rejection means
 * @param countries who may join, as a sentence; absent if not known
 * @param openTo where workers may live whom it takes; absent if not known
 * @param watchOut what to beware of
 * @param attribution what its terms oblige pages to show; absent if nothing
 * @param robots what robots.txt said and when
 * @param facts dated facts with their source
 * @param fees what is taken off a worker's money
 * @param points what its points or tokens are worth
 * @param unpaid what it asks for without pay
 * @param offers the kind of work that it usually offers, where that is not what its own kind tells
 * @param category the category of work that it is known for; absent if of no single one
 * @param particulars what a worker should know beside its tasks, each with its day and source
 */
@RecordBuilder
public record Platform(
    String id,
    String name,
    Optional<String> homepage,
    List<String> aliases,
    List<Former> formerly,
    Optional<String> successor,
    List<String> instead,
    String status,
    Optional<LocalDate> statusSince,
    Optional<String> statusReason,
    String kind,
    Optional<String> summary,
    Access access,
    Optional<String> accessReason,
    Map<String, String> pay,
    Map<String, String> payout,
    Optional<Sum> minimumPayout,
    Optional<Integer> paidAfterDays,
    Optional<String> review,
    Optional<String> countries,
    Optional<OpenTo> openTo,
    List<String> watchOut,
    Optional<String> attribution,
    Optional<String> robots,
    List<Fact> facts,
    List<Fee> fees,
    List<PointWorth> points,
    List<Spell> unpaid,
    Optional<TaskKind> offers,
    Optional<String> category,
    Particulars particulars) {
  /** What a platform may be. */
  public static final List<String> KINDS =
      List.of(
          "micro-task",
          "research",
          "testing",
          "rewards",
          "local",
          "freelance",
          "marketplace",
          "challenge",
          "board",
          "forum",
          "ratings");

  /** How a platform may stand. */
  public static final List<String> STATES =
      List.of("open", "waitlist", "unknown", "merged", "closed");

  /**
   * One statement with its day and where it was read.
   *
   * @param date the first day of what {@code precision} says is known
   * @param precision {@code day}, {@code month} or {@code year}
   * @param until since when it is no longer so, as precisely as known; absent if it still is
   */
  public record Fact(
      String text, LocalDate date, String precision, String source, Optional<String> until) {}

  /**
   * A name that the platform no longer bears.
   *
   * @param until when it lost it, as precisely as known: 2018-04-03, 2019; absent if not known
   * @param what how it lost it, in two or three words; absent if not known
   */
  public record Former(String name, Optional<String> until, Optional<String> what) {}

  /**
   * What is asked for once without pay, before or beside the paid work.
   *
   * @param what one of {@link #KINDS}
   * @param asOf day on which it was read or came into force
   * @param source where it was read
   */
  public record Spell(
      String what, BigDecimal hours, LocalDate asOf, String source, Optional<String> note) {
    /** What may be asked for. */
    public static final List<String> KINDS = List.of("onboarding", "assessment", "training");
  }

  /** The line about the pay with this label, whatever its case. */
  public Optional<String> payLine(String label) {
    return line(pay, label);
  }

  /** The line about the payout with this label, whatever its case. */
  public Optional<String> payoutLine(String label) {
    return line(payout, label);
  }

  private static Optional<String> line(Map<String, String> lines, String label) {
    return lines.entrySet().stream()
        .filter(line -> line.getKey().equalsIgnoreCase(label))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Whether its work comes from itself: a board or forum only repeats or collects it. */
  public boolean direct() {
    return !Set.of("board", "forum", "ratings").contains(kind);
  }

  /** Whether work can still be had there, as far as is known. */
  public boolean alive() {
    return !status.equals("closed") && !status.equals("merged");
  }

  /** The kind of work that is usually offered there; absent if nothing is to be had there. */
  public Optional<TaskKind> usual() {
    if (offers.isPresent()) return offers;
    return switch (kind) {
      case "micro-task", "research", "testing", "rewards", "local" ->
          Optional.of(TaskKind.MICRO_TASK);
      case "freelance", "marketplace", "challenge", "forum" -> Optional.of(TaskKind.PROJECT);
      case "board" -> Optional.of(TaskKind.JOB);
      default -> Optional.empty();
    };
  }

  /** Every name it is looked for by: its own, the other ones and the former ones. */
  public List<String> names() {
    List<String> names = new ArrayList<>(List.of(name));
    names.addAll(aliases);
    formerly.forEach(former -> names.add(former.name()));
    return List.copyOf(names);
  }

  /** A name as it stands in an address: Figure Eight → figure-eight. */
  public static String slug(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", "-")
        .replaceAll("^-|-$", "");
  }
}
