package worthwhile.extract.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import worthwhile.extract.Pages;
import worthwhile.fetch.ParsedPage;
import worthwhile.source.Shape;
import worthwhile.source.SourceDefinition;

/** What becomes of a field of a row: a value, nothing, or a text that cannot be read. */
class FieldValuesTest {
  /** What a rule makes of the field in the first row of a JSON list. */
  private static String of(String field, String rule, String row) {
    SourceDefinition source =
        Pages.source(
            "rows: /\nfields:\n  identifier: {value: a}\n  title: {value: a}\n"
                + "  _b: {json: /b, optional: true}\n  _c: {json: /c, optional: true}\n  "
                + field
                + ": "
                + rule);
    return outcome(source, field, "application/json", "[" + row.replace('\'', '"') + "]");
  }

  private static String outcome(SourceDefinition source, String field, String type, String body) {
    SourcePage page = new SourcePage(source, ParsedPage.of(Pages.answer(type, body)));
    Shape shape = source.listing().shapes().getFirst();
    PageRow row = ((Rows.Some) Rows.in(page, shape)).rows().getFirst();
    FieldValues values = new FieldValues(new RowReader(page, shape, row));
    return switch (values.of(field, shape.fields().get(field))) {
      case FieldValues.Got(Object value) -> value.toString();
      case FieldValues.Missing _ -> "missing";
      case FieldValues.Unreadable(String text) -> "unreadable " + text;
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "employmentType       | {'a':' x  y '} | x y",
        "employmentType       | {'a':' '} | missing",
        "employmentType       | {} | missing",
        "employmentType       | {'a':'<b></b>'} | missing",
        "description          | {'a':'<p>x</p><p>y</p>'} | x`y",
        "url                  | {'a':'/x'} | https://mill.example/x",
        "url                  | {'a':'mailto:a@b'} | unreadable mailto:a@b",
        "jobLocationType      | {'a':'telecommute'} | TELECOMMUTE",
        "jobLocationType      | {'a':true} | TELECOMMUTE",
        "jobLocationType      | {'a':'office'} | missing",
        "language             | {'a':'en-US'} | en",
        "language             | {'a':'fil'} | unreadable fil",
        "timeRequired         | {'a':'5 minutes'} | PT5M",
        "timeRequired         | {'a':'-5 minutes'} | unreadable -5 minutes",
        "applicantLocationRequirements | {'a':['US','DE']} | [US, DE]",
        "applicantLocationRequirements | {'a':['DE','CA']} | [DE, CA]",
        "applicantLocationRequirements | {'a':['DE']} | missing",
        "applicantLocationRequirements | {'a':['Canada','DE']} | [CA]",
        "datePosted           | {'a':1763600000000.0} | 2025-11-20T00:53:20Z",
        "timeRequired         | {'a':'PT0S'} | unreadable PT0S",
        "timeRequired         | {'a':'soon'} | unreadable soon",
        "totalJobOpenings     | {'a':'1,204 left'} | 1204",
        "totalJobOpenings     | {'a':'7.0'} | 7",
        "totalJobOpenings     | {'a':0} | 0",
        "totalJobOpenings     | {'a':-3} | unreadable -3",
        "totalJobOpenings     | {'a':'999999999'} | 999999999",
        "totalJobOpenings     | {'a':'1000000000'} | unreadable 1000000000",
        "totalJobOpenings     | {'a':'many'} | unreadable many",
        "skills               | {'a':['x','y','x',' ']} | [x, y]",
        "skills               | {'a':[' ']} | missing",
        "applicantLocationRequirements | {'a':['Kenya','KE','Ghana']} | [KE, GH]",
        "applicantLocationRequirements | {'a':'Worldwide'} | missing",
        "closed               | {'a':'x'} | true",
        "closed               | {'a':false} | false",
        "closed               | {'a':0} | false",
        "closed               | {'a':'No'} | false",
        "closed               | {'a':' OFF '} | false"
      })
  void aFieldIsReadByItsKind(String field, String row, String value) {
    assertThat(of(field, "{json: /a, optional: true}", row)).isEqualTo(value.replace('`', '\n'));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T00:00:00Z, 2026-11-21T00:00:00Z",
    "30 December, 2025-12-30T00:00:00Z",
    "30 December 2026, 2026-12-30T00:00:00Z",
    "30.12.26, 2026-12-30T00:00:00Z",
    "22 November, 2026-11-22T00:00:00Z",
    "1 November, 2026-11-01T00:00:00Z"
  })
  void whatWasPostedIsNotOfTomorrow(String text, String date) {
    assertThat(of("datePosted", "{json: /a}", "{'a':'" + text + "'}")).isEqualTo(date);
  }

  @Test
  void aDeadlineLiesAheadAndADayIsReadAsItsRuleSays() {
    assertThat(of("validThrough", "{json: /a}", "{'a':'30 December'}")).startsWith("2026-12-30");
    assertThat(of("validThrough", "{json: /a}", "{'a':'3 days'}")).startsWith("2026-11-23");
    assertThat(of("datePosted", "{json: /a, date: 'd.M.yyyy'}", "{'a':'3.2.2026'}"))
        .isEqualTo("2026-02-03T00:00:00Z");
    assertThat(of("datePosted", "{json: /a, date: 'd.M.yyyy'}", "{'a':'2026-02-03'}"))
        .isEqualTo("unreadable 2026-02-03");
  }

  @ParameterizedTest
  @CsvSource({"2.5, PT2M30S", "0.01, PT1S", "0.001, unreadable 0.001", "1 hour, PT1H"})
  void aBareNumberIsOfTheUnitThatTheRuleNames(String text, String span) {
    assertThat(of("timeRequired", "{json: /a, duration: minutes}", "{'a':'" + text + "'}"))
        .isEqualTo(span);
  }

  @ParameterizedTest
  @CsvSource({"9, 3, 6", "9, 0, 9", "9, 12, 0", "9, x, 9"})
  void whatIsTakenIsLess(String all, String taken, String left) {
    assertThat(
            of(
                "totalJobOpenings",
                "{json: /a, minus: {json: /b}}",
                "{'a':'%s','b':'%s'}".formatted(all, taken)))
        .isEqualTo(left);
    assertThat(of("totalJobOpenings", "{json: /a, minus: {json: /b}}", "{'a':9}")).isEqualTo("9");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{json: /a, default: z, optional: true} | {'a':'x'} | x",
        "{json: /a, default: z, optional: true} | {} | z",
        "{json: /a, map: {x: y}} | {'a':'x'} | y",
        "{json: /a, map: {X: y}} | {'a':'x'} | y",
        "{json: /a, map: {x: y}} | {'a':'w'} | w",
        "{json: /a, map: {x: y, '*': z}} | {'a':'w'} | z",
        "{json: /a/*, join: ' + '} | {'a':['x','y']} | x + y",
        "{json: /a/*, join: ' + '} | {'a':['x']} | x",
        "{json: /a, filters: [lower, {suffix: s}]} | {'a':'X'} | xs",
        "{json: /a, filters: [{regex: {find: 'z'}}], optional: true} | {'a':'X'} | missing",
        "{first: [{json: /a}, {json: /b}]} | {'b':'y'} | y",
        "{first: [{json: /a}, {json: /b}]} | {'a':'x','b':'y'} | x",
        "{template: '{_b}, {_c}'} | {'b':'x','c':'y'} | x, y",
        "{template: '{_b}, {_c}'} | {'b':'x'} | x",
        "{template: '{_b}, {_c}'} | {'c':'y'} | y",
        "{template: '{_b}, {_c}', optional: true} | {} | missing",
        "{value: x} | {} | x",
        "{json: /a, unless: {json: /b, matches: 'no'}, default: z, optional: true} | {'a':'x','b':'no'} | z",
        "{json: /a, unless: {json: /b, matches: 'no'}, default: z, optional: true} | {'a':'x','b':'yes'} | x"
      })
  void aRuleGivesATextOrItsDefault(String rule, String row, String text) {
    assertThat(of("employmentType", rule, row)).isEqualTo(text);
  }

  @Test
  void partsOfARowThatStandInEachOtherAreReadThreeDeep() {
    SourceDefinition source =
        Pages.source(
            """
            format: html
            rows: .row
            fields:
              identifier: {value: a}
              title: {css: b, filters: [line]}
              skills: {css: i, attr: t, optional: true}
              jobLocation: {css: ^h1, optional: true}
              employmentType: {css: h1, optional: true}
            """);
    String page =
        "<html><h1>Top</h1><div class=row><b>Sort <i t=1>x<i t=2>y<i t=3>z<i t=4>w</i></i></i></i></b>"
            + "<i>n</i></div>";
    Map<String, String> due =
        Map.of(
            "title", "Sort xyzw",
            "skills", "[1, 2, 3]",
            "jobLocation", "Top",
            "employmentType", "missing");
    due.forEach(
        (field, value) ->
            assertThat(outcome(source, field, "text/html; charset=utf-8", page)).isEqualTo(value));
  }

  @Test
  void markupInAFeedIsReadAsItsText() {
    SourceDefinition source =
        Pages.source(
            """
            format: xml
            rows: item
            fields:
              identifier: {value: a}
              title: {css: title}
              description: {css: text}
              url: {css: link, attr: href}
            """);
    String feed =
        "<rss><channel xml:base='/a/'><item><title>x &amp; y</title>"
            + "<text>&lt;p&gt;one&lt;/p&gt;&lt;p&gt;two&lt;/p&gt;</text><link href='b'/></item>"
            + "</channel></rss>";
    assertThat(outcome(source, "title", "application/rss+xml", feed)).isEqualTo("x & y");
    assertThat(outcome(source, "description", "application/rss+xml", feed)).isEqualTo("one\ntwo");
    assertThat(outcome(source, "url", "application/rss+xml", feed))
        .isEqualTo("https://mill.example/a/b");
  }

  private static final String PARTS =
      "{money: {min: /min, max: /max, currency: {json: /cur}, per: {json: /per}, infer-unit: true},"
          + " optional: true}";

  /** Currency, least, most, unit and whether that is inferred. */
  private static String pay(String rule, String row) {
    return of("baseSalary", rule, row)
        .replaceAll("^(?:Found\\[amount=)?MonetaryAmount\\[|\\w+=|\\]$", "")
        .replaceAll(", null, null, (\\w+)$", ", $1")
        .replaceAll(", null$", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'min':5,'max':9,'cur':'USD','per':'hour'} | USD, 5, 9, HOUR",
        "{'min':5,'cur':'USD','per':'hour'} | USD, 5, null, HOUR",
        "{'min':'$5','max':9,'per':'task'} | USD, 5, 9, TASK",
        "{'min':'2k','max':'3k','cur':'EUR','per':'month'} | EUR, 2000, 3000, MONTH",
        "{'min':5,'max':9,'cur':'USD'} | USD, 5, 9, HOUR, true",
        "{'min':500,'max':900,'cur':'USD'} | USD, 500, 900, null",
        "{'min':300,'max':500,'cur':'USD','per':'biweekly'} | USD, 150.0, 250.0, WEEK",
        "{'min':5,'max':9,'per':'hour'} | unreadable 5–9 without a currency",
        "{'min':5,'max':5,'per':'hour'} | unreadable 5 without a currency",
        "{'max':9,'per':'hour'} | unreadable 9 without a currency",
        "{'min':0,'max':0,'cur':'USD'} | missing",
        "{'min':'DOE','cur':'USD'} | missing",
        "{'cur':'USD'} | missing"
      })
  void payIsPutTogetherFromItsParts(String row, String pay) {
    assertThat(pay(PARTS, row)).isEqualTo(pay);
  }

  @Test
  void aValueIsBothEndsAndCentsAreHundredths() {
    String rule = "{money: {value: /a, currency: GBP, per: TASK, minor: true}}";
    assertThat(pay(rule, "{'a':150}")).isEqualTo("GBP, 1.50, 1.50, TASK");
    String plain = "{money: {value: /a, currency: GBP, per: TASK}}";
    assertThat(pay(plain, "{'a':150}")).isEqualTo("GBP, 150, 150, TASK");
    assertThat(pay(plain, "{'a':'10 to 15'}")).startsWith("GBP, 10, 15, TASK");
    assertThat(of("baseSalary", plain, "{'a':'10 to 15'}")).contains("stated=10 to 15");
  }

  private static String ofLength(int length) {
    return "pay is good ".repeat(12).substring(0, length - 1) + ".";
  }

  @Test
  void payInWordsIsExpectedOfShortTextsAlone() {
    String rule = "{json: /a, money: {currency: USD, per: TASK}, optional: true}";
    assertThat(pay(rule, "{'a':'$2.50'}")).startsWith("USD, 2.50, 2.50, TASK");
    assertThat(pay(rule, "{'a':'$0.00'}")).isEqualTo("missing");
    assertThat(pay(rule, "{'a':' Negotiable '}")).isEqualTo("missing");
    assertThat(pay(rule, "{}")).isEqualTo("missing");
    assertThat(pay(rule, "{'a':'" + ofLength(80) + "'}")).startsWith("unreadable pay is good");
    assertThat(pay(rule, "{'a':'" + ofLength(81) + "'}")).isEqualTo("missing");
    assertThat(pay("{json: /a/*, money: {currency: USD, per: TASK}}", "{'a':['none','$3']}"))
        .startsWith("USD, 3, 3, TASK");
  }

  @Test
  void ofSeveralWaysTheFirstThatGivesPayCounts() {
    String rule =
        "{first: [{json: /a, money: {currency: USD, per: TASK}},"
            + " {money: {value: /b, currency: EUR, per: HOUR}}], optional: true}";
    assertThat(pay(rule, "{'a':'$2','b':3}")).startsWith("USD, 2, 2, TASK");
    assertThat(pay(rule, "{'b':3}")).isEqualTo("EUR, 3, 3, HOUR");
    assertThat(pay(rule, "{'a':'soon'}")).isEqualTo("unreadable soon");
    assertThat(pay(rule, "{}")).isEqualTo("missing");
    assertThat(List.of(pay(rule, "{'a':'soon','b':3}"))).containsExactly("EUR, 3, 3, HOUR");
  }
}
