package worthwhile.source.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import worthwhile.source.Platform;
import worthwhile.source.card.Citation;
import worthwhile.source.card.Domain;
import worthwhile.source.card.Particulars;
import worthwhile.source.card.PayoutMethod;
import worthwhile.source.card.Recourse;

/** What a card says beside the tasks. */
class ParticularsTest {
  private static final String WHOLE =
      """
      minimum-payout: {amount: 5 USD, date: 2026-01-15, source: "https://mill.example/pay"}
      paid-after-days: {days: 3, date: 2026, source: "https://mill.example/pay"}
      domains:
        - {domain: [mill.example, mill.co.example], date: 2026-01-15, source: "https://mill.example/"}
        - {domain: jobs.example.com/mill, use: recruiting, date: 2026-02, source: "https://a.example/"}
      look-alikes:
        - mill-work.example
        - {domain: mill-pay.example, note: Asks for a fee., date: 2026-03, source: "https://a.example/"}
      data-before-pay:
        - {data: [identity-document, selfie], note: before the first payout, date: 2026-01-15, source: "https://a.example/"}
      payout-methods:
        - {method: PayPal, countries: [US, KE], minimum: 5 USD, days: 3, date: 2026-01-15, source: "https://a.example/"}
        - {method: Cheque, date: 2019, until: 2021-04, source: "https://a.example/"}
      screen-out:
        - {least: 0.14 USD, date: 2025-07, source: "https://a.example/"}
      auto-rejections:
        - {text: What is too fast is rejected., by: workers, date: 2025-08, source: "https://a.example/"}
      after-rejection:
        - {step: write, days: 7, text: Write first., by: workers, date: 2026-08, source: "https://a.example/"}
        - {step: contest, day: 2026-10-30, text: Then it stays., date: 2026-08, source: "https://a.example/"}
        - {step: support, link: "https://mill.example/desk", text: Ask., date: 2026, source: "https://a.example/"}
      breaches:
        - {text: Tax forms were taken., by: press, date: 2026-03-31, source: "https://a.example/"}
      suspensions:
        - {text: Many were closed., by: reviews, date: 2025-01, source: "https://a.example/"}
      fairwork:
        - {points: 3, date: 2023-07-20, source: "https://a.example/"}
      changes:
        - {text: The fee became 10 %., date: 2023-05-03, source: "https://a.example/"}
      deadlines:
        - {day: 2027-01-28, text: Save your history., date: 2026-08-25, source: "https://a.example/"}
      facts:
        - {text: It was slow., date: 2018, until: 2020-05-01, source: "https://a.example/"}
      """;

  @TempDir Path folder;

  private Sources card(String yaml) throws IOException {
    Path mill = folder.resolve("mill");
    Files.createDirectories(mill);
    Files.writeString(mill.resolve("platform.yml"), "name: The Mill\n" + yaml);
    return Sources.load(folder);
  }

  @Test
  void everythingIsReadWithItsDayAndSource() throws IOException {
    Sources sources = card(WHOLE);
    assertThat(sources.problems()).isEmpty();
    Platform mill = sources.platform("mill").orElseThrow();
    Particulars card = mill.particulars();
    assertThat(mill.minimumPayout()).get().hasToString("Sum[amount=5, currency=USD]");
    assertThat(mill.paidAfterDays()).contains(3);
    assertThat(card.minimumPayout()).map(Citation::source).contains("https://mill.example/pay");
    assertThat(card.paidAfterDays()).map(Citation::precision).contains("year");
    assertThat(card.domains(Domain.Use.OWN))
        .extracting(Domain::name)
        .containsExactly("mill.example", "mill.co.example");
    assertThat(card.domains(Domain.Use.RECRUITING))
        .extracting(Domain::name)
        .containsExactly("jobs.example.com/mill");
    assertThat(card.domains(Domain.Use.LOOK_ALIKE))
        .extracting(Domain::name)
        .containsExactly("mill-work.example", "mill-pay.example");
    assertThat(card.methods()).extracting(PayoutMethod::method).containsExactly("PayPal");
    assertThat(card.methods().getFirst().countries()).containsExactly("US", "KE");
    assertThat(card.payoutMethods().getLast().citation().until()).contains("2021-04");
    assertThat(card.dataBeforePay().getFirst().kinds())
        .containsExactly("identity-document", "selfie");
    assertThat(card.screenOutRewards().getFirst().least())
        .hasToString("Sum[amount=0.14, currency=USD]");
    assertThat(card.afterRejection())
        .extracting(Recourse::step)
        .containsExactly(Recourse.Step.WRITE, Recourse.Step.CONTEST, Recourse.Step.SUPPORT);
    assertThat(card.afterRejection().get(0).days()).contains(7);
    assertThat(card.afterRejection().get(1).day()).contains(LocalDate.of(2026, 10, 30));
    assertThat(card.afterRejection().get(2).link()).contains("https://mill.example/desk");
    assertThat(card.fairwork().getFirst().points()).isEqualTo(3);
    assertThat(card.deadlines().getFirst().day()).hasToString("2027-01-28");
    assertThat(List.of(card.breaches(), card.suspensions(), card.autoRejections(), card.changes()))
        .allSatisfy(reports -> assertThat(reports).hasSize(1));
    assertThat(mill.facts().getFirst().until()).contains("2020-05-01");
  }

  @Test
  void whatIsNotSaidIsNotKnown() throws IOException {
    Platform mill = card("minimum-payout: 5 USD\n").platform("mill").orElseThrow();
    assertThat(mill.minimumPayout()).isPresent();
    assertThat(mill.particulars()).isEqualTo(Particulars.NONE);
  }

  static Stream<Arguments> mistakes() throws IOException {
    Object cases =
        new Load(LoadSettings.builder().build())
            .loadFromString(Files.readString(Path.of("src/test/resources/cards/mistakes.yml")));
    return ((List<?>) cases)
        .stream()
            .map(each -> (Map<?, ?>) each)
            .map(each -> Arguments.of(each.get("card"), each.get("told")));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsToldWithItsPlaceAndTheMend(String yaml, String told) throws IOException {
    Sources sources = card(yaml + "\n");
    assertThat(sources.problems())
        .singleElement()
        .asString()
        .startsWith("mill/platform.yml:")
        .contains(told);
    assertThat(sources.platform("mill")).isEqualTo(Optional.empty());
  }
}
