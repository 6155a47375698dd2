package worthwhile.posting;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.util.StdConverter;

/**
 * What we make of a posting. It is stored beside the posting, so that new evidence, a new rate or a
 * new rule rewrites neither the posting nor its history.
 *
 * @param pay what it pays per hour, with the day of its newest evidence; null if that is not known
 * @param notKnown what is missing for saying what it pays per hour, a reason for each thing; empty
 *     if the pay is known, and before anybody has assessed it
 * @param reputation what workers say of its requester; null if nobody says anything
 * @param risk probability that it is fraudulent, 0 to 1; null if nobody estimated it
 * @param warnings what a worker should know before she starts, gravest first
 * @param notChecked what could not be looked at for warnings; sentences in JSON
 */
@JsonPropertyOrder({"pay", "notKnown", "reputation", "risk", "warnings", "notChecked"})
public record Assessment(
    @Nullable Pay pay,
    List<Reason> notKnown,
    @Nullable Conduct reputation,
    @Nullable BigDecimal risk,
    List<Warning> warnings,
    @JsonSerialize(contentConverter = Assessment.Said.class) List<Reason> notChecked) {
  /** A reason as its sentence. */
  static final class Said extends StdConverter<Reason, String> {
    @Override
    public String convert(Reason reason) {
      return reason.text();
    }
  }

  /** Nothing is known. */
  public static final Assessment NONE =
      new Assessment(null, List.of(), null, null, List.of(), List.of());

  public Assessment {
    notKnown = pay != null || notKnown == null ? List.of() : List.copyOf(notKnown);
    warnings = warnings == null ? List.of() : List.copyOf(warnings);
    notChecked = notChecked == null ? List.of() : List.copyOf(notChecked);
    if (risk != null && (risk.signum() < 0 || risk.compareTo(BigDecimal.ONE) > 0))
      throw new IllegalArgumentException("a risk must be from 0 to 1, not " + risk);
    if (risk != null) risk = risk.stripTrailingZeros();
  }

  /** The gravest warning, if it is more than a note. */
  public Optional<Warning> gravest() {
    return warnings.stream()
        .filter(warning -> warning.severity() != Warning.Severity.NOTE)
        .findFirst();
  }

  /** How grave the gravest warning is: 0 without any, 3 for a danger. */
  public int severity() {
    int gravest = 0;
    for (Warning warning : warnings) gravest = Math.max(gravest, warning.severity().ordinal() + 1);
    return gravest;
  }

  /** The same, with this pay. */
  public Assessment with(@Nullable Pay known) {
    return new Assessment(known, List.of(), reputation, risk, warnings, notChecked);
  }

  /** The same, with what is missing for saying what it pays. */
  public Assessment lacking(List<Reason> missing) {
    return new Assessment(null, missing, reputation, risk, warnings, notChecked);
  }

  /** The same, with what workers say of the requester; null if nobody says anything. */
  public Assessment with(@Nullable Conduct said) {
    return new Assessment(pay, notKnown, said, risk, warnings, notChecked);
  }

  /** The same, with these warnings and what was not looked at for them. */
  public Assessment warned(@Nullable BigDecimal estimate, List<Warning> all, List<Reason> left) {
    return new Assessment(pay, notKnown, reputation, estimate, all, left);
  }
}
