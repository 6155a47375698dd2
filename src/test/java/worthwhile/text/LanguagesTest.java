package worthwhile.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | We are looking for people who can label pictures of street signs from home in their own time.",
        "de | Wir suchen Menschen, die von zu Hause aus in ihrer eigenen Zeit Bilder von Straßenschildern beschriften.",
        "fr | Nous cherchons des personnes capables de légender des photos de panneaux depuis leur domicile.",
        "es | Buscamos personas que puedan etiquetar imágenes de señales de tráfico desde su casa.",
        "de | Bitte melden Sie sich mit einer kurzen Vorstellung bei the-people-who-are-looking-for-the-work@the-people-who-look-for-it.example oder schreiben Sie auf https://the-work.example/the/people/who/look/for/it",
        "ru | Мы ищем людей, которые могут размечать изображения дорожных знаков из дома в свободное время.",
        "tr | Evden kendi zamanında sokak tabelalarının resimlerini etiketleyebilecek kişiler arıyoruz."
      })
  void tellsTheLanguage(String code, String text) {
    assertThat(Languages.of(text)).contains(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Survey", "Data entry 123", "12345 67890 12345 67890 12345 67890 12345"})
  void saysNothingOfShortTexts(String text) {
    assertThat(Languages.of(text)).isEmpty();
  }
}
