package worthwhile.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.flow.Assessor;
import worthwhile.flow.Evidence;
import worthwhile.intake.GivenPosting;
import worthwhile.intake.Normalise;
import worthwhile.pay.money.Fees;
import worthwhile.pay.money.Points;
import worthwhile.pay.money.Rates;
import worthwhile.posting.Assessment;
import worthwhile.posting.Pay;
import worthwhile.posting.PostingJson;
import worthwhile.posting.Reason;
import worthwhile.source.read.Sources;

/** What postings of all sorts pay, or what is missing for saying so; right values set by hand. */
class AssessedRowsTest {
  private static final Assessor ASSESSOR = assessor();

  private static Assessor assessor() {
    Sources sources = Sources.load(Path.of("scrapers"));
    Rates rates = Rates.shipped().with(Points.of(sources.platforms()));
    HourlyPay estimate = HourlyPay.at(rates, Fees.byPlatform(sources.platforms()));
    return Assessor.with(() -> estimate);
  }

  @TestFactory
  Stream<DynamicTest> rows() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/pay/assessed.jsonl")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(PostingJson.MAPPER::readTree)
              .map(row -> DynamicTest.dynamicTest(row.path("name").asString(), () -> holds(row)))
              .toList()
              .stream();
    }
  }

  private static void holds(JsonNode row) {
    GivenPosting given = GivenPosting.read((ObjectNode) row.path("posting"), "row", Instant.EPOCH);
    Assessment found =
        ASSESSOR.assess(
            Normalise.plain().posting(given.posting()),
            Evidence.given(given.related(), given.otherTexts(), java.time.Instant.EPOCH));
    JsonNode expected = row.path("expect");
    if (expected.has("notKnown")) {
      assertThat(found.notKnown().stream().map(Reason::code).toList())
          .isEqualTo(expected.path("notKnown").valueStream().map(JsonNode::asString).toList());
      assertThat(found.pay() == null).isEqualTo(!expected.path("notKnown").isEmpty());
    }
    amount(expected, "net", found.pay() == null ? null : found.pay().net());
    amount(expected, "median", found.pay() == null ? null : found.pay().median());
    amount(expected, "effective", found.pay() == null ? null : found.pay().effective());
    if (expected.has("line")) lines(expected.path("line"), found.pay().lines());
    if (expected.has("paidScreenOut"))
      assertThat(found.pay().lines())
          .filteredOn(line -> line.code().equals("screen-out-reward"))
          .singleElement()
          .satisfies(line -> assertThat(line.amount()).isPositive());
  }

  private static void amount(JsonNode expected, String name, BigDecimal found) {
    if (expected.has(name))
      assertThat(found).as(name).isEqualByComparingTo(expected.path(name).asString());
  }

  private static void lines(JsonNode expected, List<Pay.Line> found) {
    if (expected.isNull()) assertThat(found).isEmpty();
    else assertThat(found).extracting(Pay.Line::code).contains(expected.asString());
    for (Pay.Line line : found) {
      assertThat(line.certain()).isFalse();
      assertThat(line.evidence()).extracting(Reason::text).allMatch(text -> text.contains(" "));
    }
  }
}
