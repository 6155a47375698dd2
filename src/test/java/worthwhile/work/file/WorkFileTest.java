package worthwhile.work.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import worthwhile.posting.Organization;
import worthwhile.work.Payment;
import worthwhile.work.Provenance;
import worthwhile.work.Status;
import worthwhile.work.Times;
import worthwhile.work.Work;

/** Workers' own files, whole and broken. All rows are invented. */
public class WorkFileTest {
  public static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  public static final Reader READER =
      new Reader(
          "local",
          ZoneId.of("Europe/Berlin"),
          NOW,
          name -> name.equals("Task Mill") ? Optional.of("taskmill") : Optional.empty());

  public static final String PROLIFIC =
      """
      Study,Reward,Bonus,Started At,Completed At,Completion Code,Status
      "Breakfast habits, part 2",£2.67,£0.00,2026-03-25 02:52:58.886000,2026-03-25 02:58:41.890000,C1SECRET,APPROVED
      Vowels aloud,CA$10.00,CA$1.50,2026-03-12 20:22:47.856000,2026-03-12 20:26:45.506000,,AWAITING REVIEW
      Never begun,£1.80,£0.00,,,,RETURNED
      Never begun,£1.80,£0.00,,,,RETURNED
      Half way,$6.00,$0.00,2026-02-27 23:21:20.237000,,,TIMED-OUT
      Still open,$6.00,$0.00,2026-02-27 23:21:20.237000,,,ACTIVE
      Backwards,$6.00,$0.00,2026-02-27 23:21:20.237000,2026-02-27 23:01:20.237000,,APPROVED
      Two moneys,$6.00,£1.00,2026-02-27 23:21:20.237000,2026-02-27 23:31:20.237000,,APPROVED
      Long diary,£30.00,£0.00,2026-03-01 10:00:00.000000,2026-03-15 14:00:00.000000,X,APPROVED
      """;

  public static FileReading.Understood read(String text) {
    return understood(WorkFile.read(bytes(text), wish(null), READER));
  }

  private static WorkFile.Wish wish(Format format) {
    return WorkFile.Wish.plain("file.csv", Optional.ofNullable(format));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static FileReading.Understood understood(FileReading reading) {
    assertThat(reading).isInstanceOf(FileReading.Understood.class);
    return (FileReading.Understood) reading;
  }

  private static String refused(byte[] bytes, Format format) {
    FileReading reading = WorkFile.read(bytes, wish(format), READER);
    assertThat(reading).isInstanceOf(FileReading.Refused.class);
    return ((FileReading.Refused) reading).reason();
  }

  @Test
  void prolificsExportIsReadRowByRow() {
    FileReading.Understood reading = read(PROLIFIC);
    assertThat(reading.format()).isEqualTo(Format.PROLIFIC_EXPORT);
    assertThat(reading.rows()).hasSize(6);
    Work first = reading.rows().getFirst();
    assertThat(first.title()).isEqualTo("Breakfast habits, part 2");
    assertThat(first.platform()).isEqualTo("prolific");
    assertThat(first.payment())
        .isEqualTo(new Payment("GBP", new BigDecimal("2.67"), new BigDecimal("0.00"), null, null));
    assertThat(first.times().started()).isEqualTo(Instant.parse("2026-03-25T02:52:58.886Z"));
    assertThat(first.times().elapsed()).isEqualTo(Duration.ofMillis(343_004));
    assertThat(first.status()).isEqualTo(Status.APPROVED);
    assertThat(reading.rows().get(1).payment().currency()).isEqualTo("CAD");
    assertThat(reading.rows().get(1).payment().gross()).isEqualTo("11.50");
    assertThat(reading.rows().get(1).status()).isEqualTo(Status.PENDING);
    assertThat(reading.rows().get(2).times()).isEqualTo(Times.UNKNOWN);
    assertThat(reading.rows().get(4).status()).isEqualTo(Status.TIMED_OUT);
    assertThat(reading.rows().stream().map(Work::fingerprint)).doesNotHaveDuplicates();
    assertThat(reading.rows().toString()).doesNotContain("C1SECRET");
  }

  @Test
  void everyRowThatIsNotTakenSaysWhereAndWhy() {
    assertThat(read(PROLIFIC).rejected())
        .containsExactly(
            new FileReading.Rejected(
                7, "Status", "\"ACTIVE\": not finished yet; it comes with a later file"),
            new FileReading.Rejected(
                8, "Completed At", "the end lies before the start (Started At)"),
            new FileReading.Rejected(
                9, "Reward", "one piece of work in several currencies (GBP, USD)"));
    assertThat(read(PROLIFIC).remarks())
        .containsExactly(
            new FileReading.Remark(10, "longer than 12 hours: its time does not count"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16", "windows-1252"})
  void characterSetsAreRecognised(String charset) {
    String text = PROLIFIC.replace("Vowels aloud", "Völlig egal – 5 € „Café“");
    byte[] bytes = text.getBytes(Charset.forName(charset));
    FileReading.Understood reading = understood(WorkFile.read(bytes, wish(null), READER));
    assertThat(reading.rows().get(1).title()).isEqualTo("Völlig egal – 5 € „Café“");
    assertThat(reading.rows().getFirst().payment().currency()).isEqualTo("GBP");
    byte[] marked = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
    assertThat(understood(WorkFile.read(marked, wish(null), READER)).rows()).hasSize(6);
  }

  @Test
  void lineEndsAndBlankLinesDoNotMatterAndLinesAreCountedAsEditorsDo() {
    String text = PROLIFIC.replace("\n", "\r\n").replace("Never begun", "\"Never\r\nbegun\"");
    assertThat(read(text).rows()).hasSize(6);
    assertThat(read(text).rejected().getFirst().line()).isEqualTo(9);
    assertThat(read("\r\n\r\n" + PROLIFIC + "\n\n").rejected().getFirst().line()).isEqualTo(9);
  }

  @Test
  void aFileThatIsNoneIsRefusedWithCauseAndMend() throws IOException {
    assertThat(refused(new byte[0], null)).isEqualTo("The file is empty.");
    assertThat(refused(bytes(" \n\n "), null)).contains("nothing but blanks");
    assertThat(refused(new byte[worthwhile.work.file.raw.FileText.MAX_BYTES + 1], null))
        .contains("10000000 are the most");
    assertThat(refused(zip(), null)).contains("ZIP archive or a spreadsheet").contains("as CSV");
    assertThat(refused(gzip(), Format.CSV)).contains("gzip");
    assertThat(refused(new byte[] {1, 2, 3, 'a', ',', 'b'}, null)).contains("no text has");
    assertThat(refused(bytes("a,b\n1,\0x\n"), null)).contains("no text has");
    assertThat(refused("a,b\n1,\0x\n".getBytes(StandardCharsets.UTF_16), null)).contains("null");
    assertThat(refused(bytes("<!doctype html><form>Log in"), null)).contains("web page");
    assertThat(refused(bytes("just a sentence"), null)).contains("fewer than two columns");
    assertThat(refused(bytes("a;b;c\n1;2;3\n"), null)).contains("No column says what");
    assertThat(refused(bytes("Name,Email,Phone\nAnn,a@example.org,1\n"), null))
        .contains("a list of names is no work")
        .contains("Name, Email, Phone");
    assertThat(refused(bytes("a,b\n1,2\n"), Format.PROLIFIC_EXPORT))
        .contains("lacks the columns Study, Reward")
        .contains("Its columns are a, b");
    assertThat(refused(bytes("{\"results\": [{\"title\""), Format.MTURK_HISTORY)).contains("JSON");
    assertThat(refused(bytes("[1,2,{\"x\":[]}]"), Format.MTURK_HISTORY)).contains("no rows");
    assertThat(refused(bytes("[".repeat(5_000)), Format.MTURK_HISTORY)).contains("JSON");
    assertThat(refused(bytes("{\"a\": 1}"), Format.TOGGL)).contains("comes as CSV");
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("bomb.csv"));
      zip.write(new byte[1_000_000]);
    }
    return out.toByteArray();
  }

  private static byte[] gzip() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes(PROLIFIC));
    }
    return out.toByteArray();
  }

  @Test
  void aFileThatIsCutOffSaysSo() {
    String cut = PROLIFIC.substring(0, PROLIFIC.indexOf("part 2\"") + 3);
    assertThat(refused(bytes(cut), null)).contains("never closed").contains("line 2");
    String row = PROLIFIC.substring(0, PROLIFIC.indexOf(",,AWAITING"));
    assertThat(read(row).rows()).hasSize(1);
    assertThat(read(row).rejected())
        .containsExactly(
            new FileReading.Rejected(
                3, "", "it has 5 cells and the first line names 7 columns: the row is cut off"));
    assertThat(read(row + ",x,APPROVED,b,c").rejected().getFirst().reason()).contains("not quoted");
    String status = PROLIFIC.substring(0, PROLIFIC.indexOf("ROVED") + 2);
    assertThat(read(status).rejected().getFirst().reason()).contains("no status that is known");
  }

  @Test
  void hugeCellsAndManyColumnsAreRefused() {
    String open = "Title,Pay\n\"" + "x".repeat(60_000) + "\",$1\n";
    assertThat(refused(bytes(open), null)).contains("cannot be read as CSV");
    assertThat(refused(bytes("a,".repeat(400) + "\n"), null)).contains("cannot be read as CSV");
    String rows = "Title,Pay\n" + "a,$1\n".repeat(CsvTable.MAX_ROWS + 1);
    assertThat(refused(bytes(rows), null)).contains("several parts");
  }

  @Test
  void mturksDayPagesAreRead() {
    String page =
        """
        {"page_number":1,"num_results":3,"total_num_results":3,"results":[
         {"hit_id":"3AAA","assignment_id":"3BBB","requester_id":"A1","requester_name":"Shelf Lab",
          "title":"Label a photo &amp; more","reward":{"amount_in_dollars":0.35,"currency_code":"USD"},
          "state":"Approved","requester_feedback":null},
         {"hit_id":"3AAC","requester_id":"A1","requester_name":"Shelf Lab","title":"Label a photo",
          "reward":0.1,"status":"Rejected"},
         {"hit_id":"3AAD","title":"Label a photo","reward":-2,"state":"Paid"}]}
        """;
    FileReading reading =
        WorkFile.read(
            bytes(page), WorkFile.Wish.plain("2026-08-01.json", Optional.empty()), READER);
    List<Work> rows = understood(reading).rows();
    assertThat(rows).hasSize(2);
    assertThat(rows.getFirst().title()).isEqualTo("Label a photo & more");
    assertThat(rows.getFirst().payment()).isEqualTo(Payment.of("USD", new BigDecimal("0.35")));
    assertThat(rows.getFirst().requester()).isEqualTo(new Organization("Shelf Lab", "A1", null));
    assertThat(rows.getFirst().times().at()).contains(Instant.parse("2026-08-01T07:00:00Z"));
    assertThat(rows.get(1).status()).isEqualTo(Status.REJECTED);
    assertThat(understood(reading).rejected())
        .containsExactly(new FileReading.Rejected(3, "reward", "-2 is below 0"));
  }

  @Test
  void mturksDataBaseOfAScriptAndCsvByTheSameNamesGiveTheSameWork() {
    String json =
        """
        {"3AAA":{"id":"3AAA","requester":{"id":"A1","name":"Shelf+Lab"},"date":"2026-08-01T07:00:00.000Z",
         "reward":0.35,"status":"Approved\u00a0-","title":"Label a photo"}}
        """;
    String csv =
        """
        hit_id,requester_id,requester_name,title,reward,state,date
        3AAA,A1,Shelf Lab,Label a photo,$0.35,Approved,2026-08-01
        """;
    Work work = read(json).rows().getFirst();
    Work row =
        understood(WorkFile.read(bytes(csv), wish(Format.MTURK_HISTORY), READER)).rows().getFirst();
    assertThat(row).isEqualTo(work);
    assertThat(row.requesterName()).isEqualTo("Shelf Lab");
  }

  @Test
  void togglsReportBringsHoursWithoutPay() {
    String csv =
        """
        User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount ()
        Ada,ada@example.org,,Task Mill,,Sorting shelves,No,2026-08-01,09:00:00,2026-08-01,09:31:00,00:31:00,,
        Ada,ada@example.org,,Task Mill,,,No,2026-08-01,22:00:00,2026-08-16,02:00:00,340:00:00,,
        """;
    FileReading.Understood reading = read(csv);
    assertThat(reading.format()).isEqualTo(Format.TOGGL);
    Work entry = reading.rows().getFirst();
    assertThat(entry.platform()).isEqualTo("taskmill");
    assertThat(entry.provenance()).isEqualTo(Provenance.TRACKER);
    assertThat(entry.times().started()).isEqualTo(Instant.parse("2026-08-01T07:00:00Z"));
    assertThat(entry.times().worked()).contains(Duration.ofMinutes(31));
    assertThat(entry.payment()).isEqualTo(Payment.UNKNOWN);
    assertThat(reading.rows().get(1).title()).isEqualTo("Untitled entry");
    assertThat(reading.rows().get(1).times().worked()).isEmpty();
    assertThat(reading.remarks()).hasSize(1);
    assertThat(reading.rows().toString()).doesNotContain("ada@example.org");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "usertesting|usertesting|Session #,Completed on,Test reward,Payment status\\n77,11/20/2026 3:05 PM,$10.00,Paid",
        "field-agent|field-agent|Date,Job,Amount,Status\\n11/20/2026,Shelf check,$4.50,Denied",
        "timebucks|timebucks|Date;Task;Amount;Status\\n2026-11-20;Watch;0,012;Approved",
      })
  void otherPlatformsAreReadByTheNamesOfTheirColumns(String format, String platform, String csv) {
    FileReading reading =
        WorkFile.read(
            bytes(csv.replace("\\n", "\n")), wish(Format.of(format).orElseThrow()), READER);
    Work row = understood(reading).rows().getFirst();
    assertThat(understood(reading).rejected()).isEmpty();
    assertThat(row.platform()).isEqualTo(platform);
    assertThat(row.payment().currency()).isEqualTo("USD");
    assertThat(row.times().at().orElseThrow().toString()).startsWith("2026-11-");
  }

  @Test
  void anyCsvIsGuessedAndCanBeCorrected() {
    String csv =
        """
        Datum;Aufgabe;Betrag;Dauer
        13.10.2026;Wörter sortieren;1.234,50 €;1:05:30
        14.10.2026;Wörter sortieren;0,80 €;90
        """;
    Map<Column, List<String>> german =
        Map.of(
            Column.TITLE, List.of("Aufgabe"),
            Column.SUBMITTED, List.of("Datum"),
            Column.REWARD, List.of("Betrag"),
            Column.MINUTES, List.of("dauer"));
    WorkFile.Wish wish =
        new WorkFile.Wish(
            "f.csv",
            Optional.of(Format.CSV),
            Optional.empty(),
            mapping -> mapping.with(german).withPlatform("taskmill").withDecimalComma(true));
    FileReading.Understood reading = understood(WorkFile.read(bytes(csv), wish, READER));
    assertThat(reading.rejected()).isEmpty();
    Work first = reading.rows().getFirst();
    assertThat(first.payment()).isEqualTo(Payment.of("EUR", new BigDecimal("1234.50")));
    assertThat(first.times().active()).isEqualTo(Duration.ofSeconds(3_930));
    assertThat(first.times().submitted()).isEqualTo(Instant.parse("2026-10-12T22:00:00Z"));
    assertThat(first.status()).isEqualTo(Status.PENDING);
    assertThat(reading.rows().get(1).times().active()).isEqualTo(Duration.ofMinutes(90));
    assertThat(reading.table().orElseThrow().delimiter()).isEqualTo(';');

    Mapping guess = read("Title;Amount EUR;Date\nA;0,80;03.04.2026\n").mapping().orElseThrow();
    assertThat(guess.decimalComma()).isTrue();
    assertThat(guess.dayFirst()).isTrue();
    assertThat(guess.currency()).isEqualTo("EUR");
    assertThat(read("Title,Pay,Date\nA,$0.80,03/04/2026\n").mapping().orElseThrow().dayFirst())
        .isFalse();
    assertThat(
            read("Title,Pay,Date\nA,$1,03/04/2026\nB,$1,13/04/2026\n")
                .mapping()
                .orElseThrow()
                .dayFirst())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-5.00|2026-10-01|is below 0",
        "($5)|2026-10-01|is below 0",
        "99999999|2026-10-01|too much",
        "five|2026-10-01|no amount",
        "1,2,3.4.5|2026-10-01|no amount",
        "=1+1|2026-10-01|no amount",
        "5|2026-02-30|no date",
        "5|2031-01-01|in the future",
        "5|yesterweek|no date",
      })
  void nonsenseIsRefusedInItsRow(String pay, String date, String why) {
    String csv = "Title,Reward USD,Date\nA,\"" + pay + "\"," + date + "\nB,5,2026-10-01\n";
    FileReading.Understood reading = read(csv);
    assertThat(reading.rows()).hasSize(1);
    assertThat(reading.rejected().getFirst().reason()).contains(why);
  }

  @Test
  void aRewardOfNothingIsRemarkedAndAnAmountWithoutCurrencyIsNotGuessed() {
    assertThat(read("Title,Reward,Date\nA,$0,2026-10-01\n").remarks()).hasSize(1);
    assertThat(read("Title,Reward,Date\nA,3,2026-10-01\n").rejected().getFirst().reason())
        .contains("no currency");
  }

  @Test
  void theSameRowTwiceOnADayIsTwoPiecesOfWorkInEveryFile() {
    String day = "B,$0.10,2026-10-02\n";
    List<Work> rows =
        read("Title,Reward,Date\nA,$0.10,2026-10-01\nA,$0.10,2026-10-01\n" + day).rows();
    List<Work> other = read("Title,Reward,Date\nA,$0.10,2026-10-01\n" + day).rows();
    assertThat(rows.stream().map(Work::id)).doesNotHaveDuplicates();
    assertThat(other.stream().map(Work::id)).containsExactly(rows.get(0).id(), rows.get(2).id());
  }

  /** Bytes changed, cut and put together at random: each file is read or refused, never broken. */
  @Test
  void whateverIsHandedInIsReadOrRefused() {
    String[] files = {
      PROLIFIC,
      "Title;Reward;Started;Minutes\nA;1,50 €;20.10.2026 10:00;5\n\"B\";=1+1;1/2/2026;1:2:3\n",
      "[{\"hit_id\":\"1\",\"title\":\"a\",\"reward\":{\"amount_in_dollars\":1e5},\"state\":\"Paid\"}]",
      "User,Email,Client,Project,Task,Description,Start date,Start time,Duration\na,b,c,d,e,f,2026-01-01,10:00:00,00:10:00\n",
    };
    java.util.Random random = new java.util.Random(7);
    for (int i = 0; i < 1_500; i++) {
      byte[] bytes = bytes(files[i % files.length]).clone();
      for (int n = random.nextInt(8); n >= 0; n--)
        bytes[random.nextInt(bytes.length)] =
            random.nextBoolean()
                ? (byte) random.nextInt(256)
                : (byte) ",;\"\n-+.0e9:\t".charAt(random.nextInt(12));
      byte[] cut = java.util.Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
      for (Format format : List.of(Format.values()[random.nextInt(8)], Format.CSV))
        assertThat(WorkFile.read(i % 3 == 0 ? cut : bytes, wish(format), READER)).isNotNull();
      assertThat(WorkFile.read(bytes, wish(null), READER)).isNotNull();
    }
  }
}
