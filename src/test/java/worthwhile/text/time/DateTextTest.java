package worthwhile.text.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {
  private static final Instant AT = Instant.parse("2026-09-20T12:00:00Z");

  private static DateText.Context context(String locale) {
    return new DateText.Context(Locale.forLanguageTag(locale), ZoneOffset.UTC, AT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | 2026-09-18T13:27:28Z | 2026-09-18T13:27:28Z",
        "en | 2026-09-18 13:27:28 UTC | 2026-09-18T13:27:28Z",
        "en | 2026-09-18T13:27:28 | 2026-09-18T13:27:28Z",
        "en | 2026-09-18T13:27 | 2026-09-18T13:27:00Z",
        "en | 2026-09-18T13:27:28.1234567Z | 2026-09-18T13:27:28.123456700Z",
        "en | 2026-09-18T13:27:28.123456 | 2026-09-18T13:27:28.123456Z",
        "en | 2026-09-18T13:27:28+02:00 | 2026-09-18T11:27:28Z",
        "en | 2026-09-18T13:27:28-0500 | 2026-09-18T18:27:28Z",
        "en | 2026-08-20T11:02:09+0000 | 2026-08-20T11:02:09Z",
        "en | 2013-04-12 15:52:34.19 | 2013-04-12T15:52:34.190Z",
        "en | 2026-09-18 | 2026-09-18T00:00:00Z",
        "en | 20260918T132728Z | 2026-09-18T13:27:28Z",
        "en | 2026/09/18 | 2026-09-18T00:00:00Z",
        "en | Tue, 18 Aug 2026 09:00:00 +0000 | 2026-08-18T09:00:00Z",
        "en | Tue, 18 Aug 2026 09:00:00 GMT | 2026-08-18T09:00:00Z",
        "en | Tue, 18 Aug 26 09:00:00 EST | 2026-08-18T14:00:00Z",
        "en | Tue, 18 Aug 2026 09:00:00 PDT | 2026-08-18T16:00:00Z",
        "de | Tue, 18 Aug 2026 09:00:00 +0200 | 2026-08-18T07:00:00Z",
        "en | Wed Sep 02 02:00:00 UTC 2026 | 2026-09-02T02:00:00Z",
        "en | Wed Sep 02 02:00:00 CEST 2026 | 2026-09-02T00:00:00Z",
        "en | 1340404682 | 2012-06-22T22:38:02Z",
        "en | 1340404682.0 | 2012-06-22T22:38:02Z",
        "en | 1787056000123 | 2026-08-18T12:26:40.123Z",
        "en | Aug 18, 2026 | 2026-08-18T00:00:00Z",
        "en | August 18th, 2026 at 9:05 PM | 2026-08-18T21:05:00Z",
        "en | 18 Aug 2026, 09:05 | 2026-08-18T09:05:00Z",
        "en | 18-Aug-2026 | 2026-08-18T00:00:00Z",
        "en | Sept. 1, 2026 12:00 AM | 2026-09-01T00:00:00Z",
        "en-US | 08/18/2026 | 2026-08-18T00:00:00Z",
        "en-GB | 03/04/2026 | 2026-04-03T00:00:00Z",
        "en-US | 03/04/2026 | 2026-03-04T00:00:00Z",
        "de | 18.08.2026 14:05 | 2026-08-18T14:05:00Z",
        "de | 18. August 2026, 14:05 Uhr | 2026-08-18T14:05:00Z",
        "de | 3. März 2026 | 2026-03-03T00:00:00Z",
        "fr | 18 août 2026 à 14h05 | 2026-08-18T14:05:00Z",
        "fr | lundi 1er décembre 2025 | 2025-12-01T00:00:00Z",
        "es | 18 de agosto de 2026 | 2026-08-18T00:00:00Z",
        "ru | 18 сентября 2026 г., 14:05 | 2026-09-18T14:05:00Z",
        "ru | 18 сен 2026, 14:05 | 2026-09-18T14:05:00Z",
        "tr | 18 Ağustos 2026 | 2026-08-18T00:00:00Z",
        "tr | 5 Kasım 2025 | 2025-11-05T00:00:00Z",
        "en | Today, 10:12 AM | 2026-09-20T10:12:00Z",
        "en | today | 2026-09-20T00:00:00Z",
        "en | Yesterday at 11:30 PM | 2026-09-19T23:30:00Z",
        "de | Gestern, 14:05 | 2026-09-19T14:05:00Z",
        "fr | Hier à 14:05 | 2026-09-19T14:05:00Z",
        "fr | Aujourd'hui, 09:00 | 2026-09-20T09:00:00Z",
        "ru | Вчера, 14:05 | 2026-09-19T14:05:00Z",
        "ru | Сегодня в 9:15 | 2026-09-20T09:15:00Z",
        "tr | Bugün 14:05 | 2026-09-20T14:05:00Z",
        "tr | Dün, 14:05 | 2026-09-19T14:05:00Z",
        "es | Ayer, 14:05 | 2026-09-19T14:05:00Z",
        "en | 3 hours ago | 2026-09-20T09:00:00Z",
        "en | an hour ago | 2026-09-20T11:00:00Z",
        "en | Posted 2 days ago | 2026-09-18T12:00:00Z",
        "en | 5d | 2026-09-15T12:00:00Z",
        "en | just now | 2026-09-20T12:00:00Z",
        "en | 2 months ago | 2026-07-20T12:00:00Z",
        "de | vor 3 Stunden | 2026-09-20T09:00:00Z",
        "fr | il y a 2 jours | 2026-09-18T12:00:00Z",
        "es | hace 3 horas | 2026-09-20T09:00:00Z",
        "ru | 3 часа назад | 2026-09-20T09:00:00Z",
        "tr | 3 saat önce | 2026-09-20T09:00:00Z",
        "en | Friday at 10:12 AM | 2026-09-18T10:12:00Z",
        "en-US | 03-04-2026 05:05 PM | 2026-03-04T17:05:00Z",
        "en-US | 13-04-2026 | 2026-04-13T00:00:00Z",
        "en-US | 03.04.2026 | 2026-04-03T00:00:00Z",
        "en | Jeu Fév 07, 2008 9:55 pm | 2008-02-07T21:55:00Z",
        "en | 09 апр 2014, 10:28 | 2014-04-09T10:28:00Z",
        "en | 3 Ağu 2014 10:28 | 2014-08-03T10:28:00Z",
        "en | Śro 3 wrz 2014 | 2014-09-03T00:00:00Z",
        "en | 2014年12月6日(土) 10:15 | 2014-12-06T10:15:00Z",
        "en | 2014年12月6日 午後 3:15 | 2014-12-06T15:15:00Z",
        "en | 2014년 12월 6일 | 2014-12-06T00:00:00Z",
        "de | Di 3. Mär 2026, 14:05 | 2026-03-03T14:05:00Z",
        "fr | Jeu Fév 07, 2008 9:55 pm | 2008-02-07T21:55:00Z",
        "en | Dzisiaj o 10:15 | 2026-09-20T10:15:00Z",
        "en | I går 10:15 | 2026-09-19T10:15:00Z",
        "en | Vandaag om 09:15 | 2026-09-20T09:15:00Z",
        "en | Heute, 10:15 Uhr | 2026-09-20T10:15:00Z",
        "en | 昨日 10:15 | 2026-09-19T10:15:00Z",
        "en | 3 時間前 | 2026-09-20T09:00:00Z",
        "en | Today at 10:12:22 AM | 2026-09-20T10:12:22Z",
        "en | Sep 18 | 2026-09-18T00:00:00Z",
        "en | Dec 30 | 2026-12-30T00:00:00Z"
      })
  void readsADate(String locale, String text, Instant expected) {
    assertThat(DateText.parse(text, context(locale))).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "2026-02-30",
        "0000-00-00",
        "0000-00-00 00:00:00",
        "31/02/2026",
        "2026-13-01",
        "12345",
        "1-800-555-1234",
        "Company 24",
        "May",
        "10:30",
        "2026",
        "99999999999999999999",
        "Feb 30, 2026",
        "1970-01-01T00:00:00Z",
        "5 tasks ago",
        "3 lis 2014 or so",
        "Reply 12"
      })
  void answersNothingWhereNoDateIs(String text) {
    assertThat(DateText.parse(text, context("en"))).isEmpty();
  }

  @Test
  void aDateWithoutZoneIsInTheContextsZone() {
    var kolkata = new DateText.Context(Locale.ENGLISH, ZoneId.of("Asia/Kolkata"), AT);
    assertThat(DateText.parse("2026-09-18", kolkata))
        .contains(Instant.parse("2026-09-17T18:30:00Z"));
    assertThat(DateText.parse("Today, 6:00 AM", kolkata))
        .contains(Instant.parse("2026-09-20T00:30:00Z"));
    assertThat(DateText.parse("2026-09-18T00:00:00Z", kolkata))
        .contains(Instant.parse("2026-09-18T00:00:00Z"));
  }

  @Test
  void readsByPattern() {
    assertThat(DateText.parse("Aug 18, 2026", "MMM d, yyyy", context("en-US")))
        .contains(Instant.parse("2026-08-18T00:00:00Z"));
    assertThat(DateText.parse("18. Aug. 2026", "d. MMM yyyy", context("de")))
        .contains(Instant.parse("2026-08-18T00:00:00Z"));
    assertThat(DateText.parse("30.02.2026", "dd.MM.yyyy", context("de"))).isEmpty();
    assertThat(DateText.parse("1787056000", "epoch-seconds", context("en")))
        .contains(Instant.parse("2026-08-18T12:26:40Z"));
    assertThat(DateText.parse("x", "epoch-millis", context("en"))).isEmpty();
    assertThat(DateText.parse("Tue, 18 Aug 2026 09:00:00 +0000", "rfc1123", context("tr")))
        .contains(Instant.parse("2026-08-18T09:00:00Z"));
    assertThat(DateText.parse("Aug 18", "MMM d", context("en")))
        .contains(Instant.parse("2026-08-18T00:00:00Z"));
    assertThatThrownBy(() -> DateText.requirePattern("no pattern {"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
