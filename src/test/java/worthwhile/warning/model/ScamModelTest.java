package worthwhile.warning.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The model that is shipped, on postings that were made up. */
class ScamModelTest {
  private static final ScamModel MODEL = ScamModel.shipped();

  private static final String FRAUD =
      """
      Data entry clerk, work from home. We are seeking self motivated people for a data entry
      position that can be done from home. No experience is needed, full training is provided.
      You will be paid weekly and can earn extra income part time. Administrative assistant and
      payroll clerk positions are also open, immediate start. High school diploma required, basic
      typing skills and internet access. Please send your name, address, phone number, age and
      bank account to apply. Earn money working from home, unlimited income, be your own boss.
      Customer service representative, clerical and office duties, accounts receivable. Home based
      data entry clerk, weekly payment, start earning today. Entry level, work at home mom welcome.
      """;

  private static final String GENUINE =
      """
      Backend developer. Our product team of eight builds a web platform that helps museums sell
      tickets. You will design and review services together with our designers, work closely with
      the support team and help to improve how we test and release. We look for somebody with three
      years of experience with Java or Python, who likes clean code and writes well. We are a small
      startup with a creative culture, based in our office near the river, and we share what we
      learn. You will mentor younger colleagues, talk with clients about what they need, and build
      mobile web applications that people love to use. We offer flexible hours and good coffee.
      """;

  @Test
  void aFraudIsToldByItsWords() {
    ScamRisk risk = MODEL.risk(FRAUD);
    assertThat(risk.value()).isGreaterThan(0.5);
    assertThat(risk.words()).isNotEmpty().anyMatch(word -> word.contains("data entry"));
    assertThat(risk.level()).isPresent();
  }

  @Test
  void aGenuinePostingIsLeftAlone() {
    ScamRisk risk = MODEL.risk(GENUINE);
    assertThat(risk.value()).isLessThan(ScamModel.NATURAL);
    assertThat(risk.words()).isEmpty();
    assertThat(risk.level()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Data entry",
        "Data entry clerk needed, work from home, weekly pay.",
        "Categorize images. Choose the category that fits the picture best. $0.05",
        "Se busca persona para transcribir audios desde casa, pago semanal en dólares, data entry.",
        "कृपया चित्र देखें और सही श्रेणी चुनें",
      })
  void littleTextAndOtherLanguagesAreNoReason(String text) {
    ScamRisk risk = MODEL.risk(text);
    assertThat(risk.value()).isCloseTo(ScamModel.NATURAL, within(0.1));
    assertThat(risk.level()).isEmpty();
  }

  @Test
  void leavingOutThePartsOfAGenuinePostingDoesNotMakeItAFraud() {
    String[] sentences = GENUINE.split("(?<=\\.)\\s+");
    for (int kept = 0; kept < sentences.length; kept++)
      assertThat(MODEL.risk(String.join(" ", List.of(sentences).subList(0, kept))).level())
          .isEmpty();
  }

  @Test
  void addingAPraiseOfTheFirmDoesNotMakeAGenuinePostingAFraud() {
    String praise =
        " We are a leading provider of services to clients all over the world. Benefits: health"
            + " insurance, paid holidays, pension, training and a friendly team.";
    assertThat(MODEL.risk(GENUINE + praise).level()).isEmpty();
  }

  @Test
  void theSameTextHasTheSameRisk() {
    assertThat(MODEL.risk(FRAUD)).isEqualTo(MODEL.risk(FRAUD));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "data entry clerk ", "#", "word_", "\uD83D\uDE00"})
  void noTextKeepsItBusy(String piece) {
    String text = piece.repeat(1_000_000 / piece.length());
    MODEL.risk(text);
    Instant start = Instant.now();
    MODEL.risk(text);
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void aRiskIsAShare() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ScamRisk(Double.NaN, List.of()));
  }
}
