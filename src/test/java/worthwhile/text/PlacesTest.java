package worthwhile.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Remote - Kenya | KE",
        "Montreal, QC, Canada | CA",
        "Canada,  USA | CA US",
        "US, CA, GB | US CA GB",
        "USA Only | US",
        "U.S. | US",
        "UK | GB",
        "United Kingdom, Ireland | GB IE",
        "Deutschland, Österreich | DE AT",
        "Remote (US) | US",
        "South Africa; South Korea | ZA KR",
        "Papua New Guinea | PG",
        "Côte d’Ivoire and Nigeria | CI NG",
        "Trinidad and Tobago | TT",
        "The Netherlands | NL",
        "Brasil | BR",
        "Worldwide except India | ''",
        "NA Only | ''",
        "Georgia | ''",
        "Atlanta, Georgia, United States | US",
        "CA | ''",
        "FR | FR",
        "USA | US",
        "CAN, PHL | CA PH",
        "IND | IN",
        "CAN, ANY | ''",
        "CA, NY, TX | ''",
        "New Mexico | ''",
        "Jersey City, NJ | ''",
        "Anywhere in the World | ''",
        "us | ''",
        "Spanish speakers | ''",
        "Turkey, turkey farm in Indiana | TR",
        "Canada, Canada | CA",
        "Europe/Berlin | ''",
        "Remote, America/New_York or Asia/Manila | ''",
        "US/Pacific | ''",
        "US/Canada | US CA",
        "Kenya/Uganda | KE UG",
        "US EST | ''",
        "US Eastern | ''",
        "Eastern US | US",
        "US et Canada | US CA",
        "UK/London time | ''",
        "9-5 UK | ''",
        "Remote (9am to 5pm UK) | ''",
        "10:00–18:00 Germany | ''",
        "UK 9-5 | ''",
        "UK 8:30 - 17:00 | ''",
        "18-65 UK | GB",
        "UK 25-34 | GB",
        "UK, 10-20 hours per week | GB",
        "English (US) | ''",
        "French (Canada) speakers | ''",
        "Spanish - Mexico | ''",
        "English (UK), Kenya | KE",
        "Remote (HQ: Germany) | ''",
        "Remote; HQ in Germany | ''",
        "Headquartered in the UK, fully remote worldwide | ''",
        "company based in Germany, work from anywhere | ''",
        "Our company hires in Germany | DE",
        "Prefer US | ''",
        "India (preferred), worldwide ok | ''",
        "Kenya; India (preferred) | KE",
        "US or worldwide | ''",
        "Philippines or anywhere | ''",
        "UK or anywhere in Canada | GB CA",
        "Global (US preferred) | ''"
      })
  void namesCountries(String text, String expected) {
    List<String> codes = expected.isBlank() ? List.of() : List.of(expected.strip().split(" "));
    assertThat(Places.countries(text)).isEqualTo(codes);
  }
}
