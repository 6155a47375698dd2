package worthwhile.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnglishWordsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Please read the short article and tell us which of the three headlines fits it best.",
        "YOU WILL BE SHOWN TEN PICTURES. MARK EVERY CAR THAT YOU SEE AND SAY WHAT COLOUR IT IS.",
        "We don't need any experience: you only write down what was said between the two callers.",
        "Draw a box around each apple in the photo; if there is no apple, click \u201cnone\u201d and go on to the next one."
      })
  void tellsPlainEnglish(String text) {
    assertThat(EnglishWords.are(text)).isTrue();
    assertThat(Languages.of(text)).contains("en");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // too short, one word over and over, names and codes
        "Read the text and answer what you think.",
        "the the the the the the the the the the the the the the the the the the the the",
        "SKU 4411 Blue Cotton Shirt Large Unit Price Stock Warehouse Berlin Shelf Nine Pallet Three",
        // other languages with words that look English
        "We zijn op zoek naar mensen die van huis uit in hun eigen tijd foto's willen beschrijven.",
        "Lea el texto y elija el titular que mejor lo resume; no se necesita experiencia previa alguna.",
        "Bitte lies den Text und sag uns, was die Person will, wer sie war und wo sie her ist.",
        "Kami mencari orang yang bisa memberi label pada gambar rambu jalan dari rumah masing-masing.",
        // mixed
        "Kailangan namin ng mga tao to label the pictures and sabihin kung ano ang nakikita nila in each one.",
        "We are looking for people who can label pictures. Buscamos personas que puedan etiquetar las imágenes.",
        "Aap ko bas the form fill karna hai and photo upload karke hum ko send karna hai, phir payment mil jata hai",
        "Please label the pictures that you see in the list. Пожалуйста, отметьте все знаки на картинках."
      })
  void saysNothingOfOtherTexts(String text) {
    assertThat(EnglishWords.are(text)).isFalse();
  }

  /** A text in another language stays one, whatever English sentence ends it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Buscamos personas que puedan escribir las palabras que se oyen en una llamada de dos minutos.",
        "Wir suchen Leute, die kurze Gespraeche abtippen und sagen, worum es in dem Anruf geht.",
        "Nous cherchons des personnes qui notent les mots qu'elles entendent dans un appel tres court."
      })
  void anEnglishPhraseAtTheEndMakesNoEnglish(String text) {
    for (String end : List.of(" Apply now!", " Work from home.", " Please apply with the link."))
      assertThat(EnglishWords.are(text + end)).as(text + end).isFalse();
  }
}
