package worthwhile.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One spelling for addresses that lead to one page. */
class CanonicalTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "HTTPS://Mill.Example/Tasks/1, https://mill.example/Tasks/1",
        "https://mill.example:443/a, https://mill.example/a",
        "http://mill.example:80/a, http://mill.example/a",
        "http://mill.example:443/a, http://mill.example:443/a",
        "https://mill.example:8080/a, https://mill.example:8080/a",
        "https://mill.example/a/, https://mill.example/a",
        "https://mill.example/a?b=2&a=1&&utm_source=x, https://mill.example/a?a=1&b=2",
        "https://mill.example/a?utm_source=x, https://mill.example/a",
        "https://mill.example/a?fbclid, https://mill.example/a",
        "https://mill.example/a?job, https://mill.example/a?job",
        "https://mill.example/a?s=12, https://mill.example/a?s=12",
        "https://mill.example/a?s=0123456789abcde, https://mill.example/a?s=0123456789abcde",
        "https://mill.example/a?s=0123456789abcdef, https://mill.example/a",
        "https://mill.example/a;jsessionid=7F/b, https://mill.example/a/b",
        "https://mill.example/a#top, https://mill.example/a",
        "https://mill.example/#/tasks, https://mill.example#/tasks",
        "https://mill.example/#!/tasks, https://mill.example#!/tasks",
        "https://mill.example/a b, https://mill.example/a%20b",
        "ftp://mill.example/a/, ftp://mill.example/a/",
        "/a/, /a/",
        "https:///a/, https:///a/",
        "//mill.example/a/, //mill.example/a/",
        "https://mill.example/{a}/, https://mill.example/{a}/",
        "-, -"
      })
  void whatChangesFromVisitToVisitGoes(String url, String canonical) {
    assertThat(Canonical.url(url)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "http://www.mill.example/a/, mill.example/a",
        "https://mill.example/a, mill.example/a",
        "ftp://mill.example/a, -",
        "/a, -",
        "-, -"
      })
  void aTargetIsThePageWhateverTheScheme(String url, String target) {
    assertThat(Canonical.target(url)).isEqualTo(target);
  }

  @ParameterizedTest
  @CsvSource({
    "https://mill.example/t/1?utm_source=a&utm_campaign=b, https://mill.example/t/1",
    "https://mill.example/t?UTM_source=a&id=1&gclid=x&b=2, https://mill.example/t?id=1&b=2",
    "https://mill.example/t/1;jsessionid=7F?b=2&a=1, https://mill.example/t/1?b=2&a=1",
    "https://mill.example/t/1/?token=7, https://mill.example/t/1/?token=7",
    "https://mill.example/#/t/1, https://mill.example/#/t/1",
    "https://mill.example/t/1?id=4#apply, https://mill.example/t/1?id=4",
    "https://mill.example/t?xutm_source=a, https://mill.example/t?xutm_source=a",
    "no address #x, no address "
  })
  void whatIdentifiesAThingHoldsNothingOfTheVisit(String url, String identity) {
    assertThat(Canonical.identity(url).strip()).isEqualTo(identity);
  }
}
