package worthwhile.source.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import worthwhile.source.card.Citation;
import worthwhile.source.card.Deadline;
import worthwhile.source.card.FairworkScore;
import worthwhile.source.card.Particulars;
import worthwhile.source.card.PayoutMethod;
import worthwhile.source.card.PersonalData;
import worthwhile.source.card.PlatformReport;
import worthwhile.source.card.Recourse;
import worthwhile.source.card.ScreenOutReward;

/** Reads from a card what a worker should know beside the tasks. */
final class ParticularsReader {
  private static final Set<String> COUNTRIES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
  private static final List<String> CITED = List.of("date", "source", "until");
  private static final int MOST_DAYS = 365;

  /** Steps after a rejection, by their words. */
  private static final Map<String, Recourse.Step> STEP_OF =
      Stream.of(Recourse.Step.values())
          .collect(Collectors.toMap(step -> step.name().toLowerCase(Locale.ROOT), step -> step));

  private static final List<String> STEPS = STEP_OF.keySet().stream().sorted().toList();

  private final Block card;

  ParticularsReader(Block card) {
    this.card = card;
  }

  Particulars read() {
    return new Particulars(
        DomainReader.domains(card),
        all("data-before-pay", List.of("data", "note"), this::personalData),
        reports("breaches"),
        reports("suspensions"),
        reports("auto-rejections"),
        all(
            "after-rejection",
            List.of("step", "text", "days", "day", "link", "by"),
            this::recourse),
        all(
            "payout-methods",
            List.of("method", "countries", "minimum", "days", "note"),
            this::payoutMethod),
        all("screen-out", List.of("least", "note"), this::screenOut),
        all("fairwork", List.of("points"), this::fairwork),
        all("deadlines", List.of("day", "text"), this::deadline),
        reports("changes"),
        cited("minimum-payout"),
        cited("paid-after-days"));
  }

  /** The entries under a key that are complete; what is wrong with others goes to the problems. */
  private <T> List<T> all(
      String key, List<String> own, BiFunction<Block, Citation, Optional<T>> read) {
    List<T> found = new ArrayList<>();
    for (Block block : card.blocks(key)) {
      block.only(Stream.concat(own.stream(), CITED.stream()).toList());
      Citations.of(block).flatMap(citation -> read.apply(block, citation)).ifPresent(found::add);
    }
    return found;
  }

  private List<PlatformReport> reports(String key) {
    return all(
        key,
        List.of("text", "by"),
        (block, citation) ->
            block
                .require("text")
                .text("text")
                .map(text -> new PlatformReport(text, block.text("by"), citation)));
  }

  private Optional<Recourse> recourse(Block block, Citation citation) {
    Optional<Recourse.Step> step =
        block.require("step", "text").word("step", STEPS).map(STEP_OF::get);
    Optional<String> text = block.text("text");
    if (step.isEmpty() || text.isEmpty()) return Optional.empty();
    for (String key : List.of("day", "days"))
      if (block.node(key).isPresent() && !bears(step.get(), key))
        block.wrong(key, "says nothing for the step '" + block.text("step").orElse("") + "'");
    return Optional.of(
        new Recourse(
            step.get(),
            text.get(),
            boxed(block.number("days", 1, MOST_DAYS)),
            block.date("day"),
            block.link("link"),
            block.text("by"),
            citation));
  }

  /** Days stand for a wait or a deadline, a day for a deadline alone. */
  private static boolean bears(Recourse.Step step, String key) {
    return switch (step) {
      case WRITE, SUPPORT -> key.equals("days");
      case CONTEST -> true;
      case NOTE -> false;
    };
  }

  private Optional<PersonalData> personalData(Block block, Citation citation) {
    List<String> kinds = block.require("data").texts("data");
    for (String kind : kinds)
      if (!PersonalData.KINDS.contains(kind))
        block.wrong(
            "data", "'" + kind + "' is not known" + Problems.hint(kind, PersonalData.KINDS));
    return Optional.of(new PersonalData(kinds, block.text("note"), citation));
  }

  private Optional<PayoutMethod> payoutMethod(Block block, Citation citation) {
    return block
        .require("method")
        .text("method")
        .map(
            method ->
                new PayoutMethod(
                    method,
                    countries(block),
                    Sums.of(block, "minimum"),
                    boxed(block.number("days", 0, MOST_DAYS)),
                    block.text("note"),
                    citation));
  }

  private static List<String> countries(Block block) {
    List<String> codes = block.texts("countries");
    for (String code : codes)
      if (!COUNTRIES.contains(code))
        block.wrong("countries", "'" + code + "' is no two-letter code of a country, such as KE");
    return codes;
  }

  private Optional<ScreenOutReward> screenOut(Block block, Citation citation) {
    return Sums.of(block.require("least"), "least")
        .map(sum -> new ScreenOutReward(sum, block.text("note"), citation));
  }

  private Optional<FairworkScore> fairwork(Block block, Citation citation) {
    return boxed(block.require("points").number("points", 0, FairworkScore.MOST))
        .map(points -> new FairworkScore(points, citation));
  }

  private Optional<Deadline> deadline(Block block, Citation citation) {
    Optional<LocalDate> day = block.require("day", "text").date("day");
    Optional<String> text = block.text("text");
    if (day.isEmpty() || text.isEmpty()) return Optional.empty();
    return Optional.of(new Deadline(day.get(), text.get(), citation));
  }

  /** What a value rests on that need not say so. */
  private Optional<Citation> cited(String key) {
    if (!(card.node(key).orElse(null) instanceof Node.Keys)) return Optional.empty();
    return card.block(key).flatMap(Citations::of);
  }

  private static Optional<Integer> boxed(OptionalInt number) {
    return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
  }
}
