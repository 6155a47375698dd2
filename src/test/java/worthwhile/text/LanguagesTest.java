package worthwhile.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import com.optimaize.langdetect.text.RemoveMinorityScriptsTextFilter;
import com.optimaize.langdetect.text.TextObjectFactory;
import com.optimaize.langdetect.text.TextObjectFactoryBuilder;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

  /** What is quick must say what the library's own detector says, whatever the text. */
  @Test
  void saysWhatTheLibrarySays() throws IOException {
    LanguageDetector library =
        LanguageDetectorBuilder.create(NgramExtractors.standard())
            .withProfiles(new LanguageProfileReader().readAllBuiltIn())
            .minimalConfidence(0.95)
            .shortTextAlgorithm(0)
            .seed(1)
            .build();
    TextObjectFactory texts =
        new TextObjectFactoryBuilder()
            .withTextFilter(RemoveMinorityScriptsTextFilter.forThreshold(0.3))
            .build();
    Random random = new Random(7);
    int found = 0;
    for (int i = 0; i < 2_000; i++) {
      String text = text(random);
      Optional<String> due =
          Optional.ofNullable(library.detect(texts.forText(text)).orNull())
              .map(locale -> locale.getLanguage().equals("no") ? "nb" : locale.getLanguage())
              .filter(code -> code.length() == 2);
      assertThat(Languages.byPieces(text)).as(text).isEqualTo(due);
      assertThat(Languages.of(text))
          .as(text)
          .isEqualTo(EnglishWords.are(text) ? Optional.of("en") : due);
      if (due.isPresent()) found++;
    }
    assertThat(found).isBetween(500, 1_900);
  }

  /** Words of many languages, of one alone or mixed, with signs between and around them. */
  private static String text(Random random) {
    List<String> own = WORDS.get(random.nextInt(WORDS.size()));
    boolean isMixed = random.nextInt(3) == 0;
    StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? " " : "");
    for (int n = 12 + random.nextInt(40); n > 0; n--) {
      List<String> from = isMixed ? WORDS.get(random.nextInt(WORDS.size())) : own;
      text.append(from.get(random.nextInt(from.size())));
      text.append(SIGNS.get(random.nextInt(SIGNS.size())));
    }
    return text.append("abcdefghijklmnopqrstuvwxyz".repeat(random.nextInt(2) + 1)).toString();
  }

  private static final List<String> SIGNS =
      List.of(
          " ", " ", " ", " ", ", ", ". ", "\n", " – ", " 12 ", "’", "\u00a0", " • ", "😀", "\t",
          "");

  private static final List<List<String>> WORDS =
      Stream.of(
              "we are looking for people who can label pictures of street signs from home",
              "wir suchen Menschen die von zu Hause aus Bilder von Straßenschildern beschriften",
              "nous cherchons des personnes capables de légender des photos depuis leur domicile",
              "buscamos personas que puedan etiquetar imágenes de señales de tráfico mañana",
              "мы ищем людей которые могут размечать изображения дорожных знаков из дома",
              "ми шукаємо людей які можуть позначати зображення з дому у вільний час",
              "evden kendi zamanında sokak tabelalarının resimlerini etiketleyebilecek kişiler",
              "自宅で道路標識の写真にラベルを付ける人を募集しています 在家标注图片的人",
              "nous we wir мы evden buscamos ابحث عن أشخاص يمكنهم وضع علامات على الصور",
              "vi søker folk som kan merke bilder av gateskilt hjemmefra i sin egen tid",
              "tìm người có thể gắn nhãn hình ảnh biển báo tại nhà trong thời gian rảnh")
          .map(text -> List.of(text.split(" ")))
          .toList();
}
