package worthwhile.search.lucene.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;
import org.junit.jupiter.api.Test;

/** A text of ASCII gives the same terms by the short way as by the long one. */
class AnalysisTest {
  private static final String SIGNS = "_.,'\":;-/@#&+()$%!?=*~^`|\\{}[]<>\t\n\r ";
  private static final List<String> WORDS =
      List.of(
          "C++",
          "C#",
          ".NET",
          "ASP.NET",
          "C++17",
          "e-mail",
          "image_batch",
          "node.js",
          "worker's",
          "WORKERS'",
          "l'eau",
          "O'Neil",
          "transcriptions",
          "boxes",
          "the",
          "3.5",
          "1,000.50",
          "$12/hr",
          "a.b.c.d",
          "it's",
          "__init__",
          "mp3",
          "x:y",
          "10:30",
          "_a_",
          "U.S.",
          "I'm");

  private final Random random = new Random(20_261_201);

  @Test
  void givesTheSameTermsForSigns() throws IOException {
    for (int i = 0; i < 20_000; i++) same(signs());
  }

  @Test
  void givesTheSameTermsForWords() throws IOException {
    for (int i = 0; i < 5_000; i++) same(words());
  }

  @Test
  void takesTheLongWayForOtherLettersAndForWordsThatAreCut() {
    assertThat(Analysis.of("Plain words, 12 of them.")).isSameAs(Analysis.ASCII_TEXTS);
    assertThat(Analysis.of("Café")).isSameAs(Analysis.TEXTS);
    assertThat(Analysis.of("a ".repeat(1_000))).isSameAs(Analysis.ASCII_TEXTS);
    assertThat(Analysis.of("a".repeat(256))).isSameAs(Analysis.TEXTS);
  }

  private void same(String text) throws IOException {
    assertThat(Analysis.of(text)).as(text).isSameAs(Analysis.ASCII_TEXTS);
    assertThat(terms(Analysis.ASCII_TEXTS, text)).as(text).isEqualTo(terms(Analysis.TEXTS, text));
  }

  /** Any characters of ASCII, those that the rules for words name more often. */
  private String signs() {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(40); left > 0; left--)
      text.append(
          switch (random.nextInt(4)) {
            case 0 -> SIGNS.charAt(random.nextInt(SIGNS.length()));
            case 1 -> (char) random.nextInt(0x80);
            default -> "abCXYz019".charAt(random.nextInt(9));
          });
    return text.toString();
  }

  private String words() {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(12); left > 0; left--) {
      String word = WORDS.get(random.nextInt(WORDS.size()));
      text.append(random.nextInt(5) == 0 ? word.toUpperCase(java.util.Locale.ROOT) : word);
      text.append(random.nextInt(3) > 0 ? ' ' : SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return text.toString();
  }

  private static List<String> terms(Analyzer analyzer, String text) throws IOException {
    List<String> terms = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream(Analysis.FIELD, text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      var offset = stream.addAttribute(OffsetAttribute.class);
      var step = stream.addAttribute(PositionIncrementAttribute.class);
      var length = stream.addAttribute(PositionLengthAttribute.class);
      stream.reset();
      while (stream.incrementToken())
        terms.add(
            "%s %d-%d +%d %d"
                .formatted(
                    term,
                    offset.startOffset(),
                    offset.endOffset(),
                    step.getPositionIncrement(),
                    length.getPositionLength()));
      stream.end();
      terms.add("end " + offset.endOffset() + " +" + step.getPositionIncrement());
    }
    return terms;
  }
}
