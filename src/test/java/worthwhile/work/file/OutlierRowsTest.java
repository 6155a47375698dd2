package worthwhile.work.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import worthwhile.work.MergedFiles;
import worthwhile.work.Payment;
import worthwhile.work.Status;
import worthwhile.work.Work;
import worthwhile.work.WorkExport;

/** Outlier's earnings as people have them; every value is invented. */
class OutlierRowsTest {
  private static final String HEADER =
      "workDate,itemID,duration,rateApplied,payout,payType,projectName,status\n";

  private static final String FILE =
      HEADER
          + """
          "Nov 2, 2026",a1,1h 2m 3s,$30.00/hr,$31.03,prepay,Amber Kite,paid
          "Nov 2, 2026",a1,12m 30s,$9.00/hr,$1.88,overtimePay,Amber Kite,paid
          "Nov 2, 2026",a1,-,-,$5.00,missionReward,Amber Kite,paid
          "Nov 3, 2026",b2,45s,$30.00/hr,$0.38,prepay,Amber Kite,pending
          "Nov 3, 2026",'-,,,$40.00,missionReward,,paid
          "Nov 3, 2026",'-,,,$40.00,missionReward,,paid
          "Nov 4, 2026",'-,,,-$3.20,adjustment,Blue Otter,paid
          """;

  private static Reader reader(String worker) {
    return new Reader(worker, ZoneId.of("Africa/Nairobi"), WorkFileTest.NOW, _ -> Optional.empty());
  }

  private static FileReading read(String text, Optional<Format> format) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return WorkFile.read(bytes, WorkFile.Wish.plain("earnings.csv", format), reader("ada"));
  }

  private static FileReading.Understood understood(String text) {
    FileReading reading = read(text, Optional.of(Format.OUTLIER_EXPORT));
    assertThat(reading).isInstanceOf(FileReading.Understood.class);
    return (FileReading.Understood) reading;
  }

  private static Work takenBack() {
    return understood(FILE).rows().stream()
        .filter(row -> row.payment().net().signum() < 0)
        .findFirst()
        .orElseThrow();
  }

  private static Work item(List<Work> rows, String id) {
    return rows.stream().filter(row -> id.equals(row.identifier())).findFirst().orElseThrow();
  }

  @Test
  void linesOfOneItemAreOnePieceWithItsSeconds() {
    FileReading.Understood read = understood(FILE);
    assertThat(read.rejected()).isEmpty();
    assertThat(read.remarks()).isEmpty();
    assertThat(read.rows()).hasSize(5);
    Work a1 = item(read.rows(), "a1");
    assertThat(a1.platform()).isEqualTo("outlier");
    assertThat(a1.title()).isEqualTo("Amber Kite");
    assertThat(a1.payment().reward()).isEqualByComparingTo("32.91");
    assertThat(a1.payment().bonus()).isEqualByComparingTo("5.00");
    assertThat(a1.payment().currency()).isEqualTo("USD");
    assertThat(a1.times().worked()).contains(Duration.ofHours(1).plusMinutes(14).plusSeconds(33));
    assertThat(a1.day(ZoneOffset.UTC)).contains(LocalDate.of(2026, 11, 2));
    assertThat(a1.status()).isEqualTo(Status.PAID);
    Work b2 = item(read.rows(), "b2");
    assertThat(b2.times().worked()).contains(Duration.ofSeconds(45));
    assertThat(b2.status()).isEqualTo(Status.PENDING);
  }

  @Test
  void aMissionRewardIsBonusWithoutTimeAndWithoutADashForAnId() {
    List<Work> missions =
        understood(FILE).rows().stream()
            .filter(row -> row.title().equals("mission reward"))
            .toList();
    assertThat(missions).hasSize(2);
    for (Work mission : missions) {
      assertThat(mission.identifier()).isNull();
      assertThat(mission.payment().reward()).isNull();
      assertThat(mission.payment().bonus()).isEqualByComparingTo("40");
      assertThat(mission.times().worked()).isEmpty();
    }
  }

  @Test
  void whatIsTakenBackStandsBelowNought() {
    Work taken = takenBack();
    assertThat(taken.payment().reward()).isEqualByComparingTo("-3.20");
    assertThat(taken.payment().net()).isEqualByComparingTo("-3.20");
  }

  @Test
  void whatIsTakenBackWithoutItsWorkDoesNotStandInItsPlace() {
    FileReading.Understood reading =
        understood(HEADER + "2026-11-09,a1,,,-$4.50,payAdjustment,Amber Kite,paid\n");
    assertThat(reading.rows()).isEmpty();
    assertThat(reading.rejected())
        .singleElement()
        .satisfies(line -> assertThat(line.reason()).contains("export a time that holds both"));
  }

  @Test
  void anAdjustmentOfAnItemLessensItsPay() {
    Work item =
        understood(
                HEADER
                    + """
                    2026-11-02,a1,1h 0m 0s,$30/hr,$30.00,prepay,Amber Kite,paid
                    2026-11-05,a1,,,-$4.50,payAdjustment,Amber Kite,paid
                    2026-11-05,a1,,,($2.00),missionReward,Amber Kite,paid
                    2026-11-02,a1,9m 0s,,$6.00,missionReward,Amber Kite,pending
                    """)
            .rows()
            .getFirst();
    assertThat(item.payment().reward()).isEqualByComparingTo("23.50");
    assertThat(item.payment().bonus()).isEqualByComparingTo("6");
    assertThat(item.times().worked()).contains(Duration.ofHours(1));
    assertThat(item.status()).isEqualTo(Status.PENDING);
  }

  @Test
  void theSameFileAgainChangesNothingAndALaterOneBringsThePay() {
    List<Work> once = understood(FILE).rows();
    assertThat(MergedFiles.of(List.of(once, understood(FILE).rows()))).isEqualTo(once);
    String later = FILE.replace("Amber Kite,pending", "Amber Kite,paid");
    List<Work> after = MergedFiles.of(List.of(once, understood(later).rows()));
    assertThat(after).hasSize(5);
    assertThat(item(after, "b2").status()).isEqualTo(Status.PAID);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-02,x,5 potatoes,$1/hr,$1.00,prepay,P,paid | duration | write it as 1h 2m 3s",
        "2026-11-02,x,1m 0s,$1/hr,much,prepay,P,paid | payout | no amount of money",
        "2026-11-02,x,1m 0s,$1/hr,,prepay,P,paid | payout | write $4.50",
        "2026-11-02,x,1m 0s,$1/hr,€1.00,prepay,P,paid | payout | US dollars",
        "2026-11-02,x,1m 0s,$1/hr,$1.00,prepay,P,maybe | status | no status that is known",
        "2026-11-02,x,1m 0s,$1/hr,$1.00,prepay,P, | status | write pending or paid",
        "someday,x,1m 0s,$1/hr,$1.00,prepay,P,paid | workDate | no date",
        "2031-01-01,x,1m 0s,$1/hr,$1.00,prepay,P,paid | workDate | in the future",
        "2026-11-02,x,1m 0s,$1/hr,$1.00,prepay,P, Q,paid | '' | quotation marks",
        "2026-11-02,x,1m 0s,$1/hr | '' | cut off"
      })
  void aLineThatCannotBeReadIsNamedWithItsMend(String line, String field, String why) {
    FileReading.Understood read =
        understood(HEADER + "2026-11-01,ok,1m 0s,$6/hr,$0.10,prepay,P,paid\n" + line + "\n");
    assertThat(read.rows()).extracting(Work::identifier).containsExactly("ok");
    assertThat(read.rejected()).hasSize(1);
    FileReading.Rejected rejected = read.rejected().getFirst();
    assertThat(rejected.line()).isEqualTo(3);
    assertThat(rejected.field()).isEqualTo(field);
    assertThat(rejected.reason()).contains(why);
  }

  @Test
  void halfOfAnItemIsNotTaken() {
    FileReading.Understood read =
        understood(
            HEADER
                + """
                2026-11-02,a1,1h 0m 0s,$30/hr,$30.00,prepay,Amber Kite,paid
                2026-11-02,a1,9m 0s,$9/hr,lots,overtimePay,Amber Kite,paid
                """);
    assertThat(read.rows()).isEmpty();
    assertThat(read.rejected()).extracting(FileReading.Rejected::line).containsExactly(2L, 3L);
    assertThat(read.rejected().getFirst().reason()).contains("line 3 of the same item");
  }

  @Test
  void aPayTypeThatIsNotKnownIsSaid() {
    FileReading.Understood read =
        understood(HEADER + "2026-11-02,a1,5m 0s,$12/hr,$1.00,zebraPay,Amber Kite,paid\n");
    assertThat(read.rows().getFirst().payment().reward()).isEqualByComparingTo("1");
    assertThat(read.remarks()).hasSize(1);
    assertThat(read.remarks().getFirst().text()).contains("not known here");
  }

  @Test
  void itIsRecognisedByItsColumnsAndReadByTheirOrder() {
    FileReading found = read(FILE, Optional.empty());
    assertThat(((FileReading.Understood) found).format()).isEqualTo(Format.OUTLIER_EXPORT);
    String renamed = FILE.replace(HEADER, "When,What,How long,Per hour,Sum,Sort,Where,State\n");
    assertThat(understood(renamed).rows()).isEqualTo(understood(FILE).rows());
    FileReading other = read("Title,Reward\nA,$1\n", Optional.of(Format.OUTLIER_EXPORT));
    assertThat(other)
        .isInstanceOfSatisfying(
            FileReading.Refused.class,
            refused -> assertThat(refused.reason()).contains("item id").contains("Title, Reward"));
  }

  @Test
  void whatWasTakenBackComesHomeFromOurOwnExport() {
    Work taken = takenBack();
    StringWriter out = new StringWriter();
    WorkExport.csv(List.of(taken), out);
    FileReading again = read(out.toString(), Optional.of(Format.WORTHWHILE));
    Work back = ((FileReading.Understood) again).rows().getFirst();
    assertThat(back.payment().reward()).isEqualByComparingTo("-3.20");
    assertThat(MergedFiles.of(List.of(List.of(taken), List.of(back)))).containsExactly(taken);
  }

  @Test
  void aFeeTakesNoMoreThanThereIs() {
    Payment paid = new Payment("USD", BigDecimal.ONE, null, BigDecimal.TWO, null);
    assertThat(paid.net()).isEqualByComparingTo("0");
  }
}
