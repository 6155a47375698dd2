package worthwhile.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  @Test
  void entitiesAreDecodedHoweverOftenTheyWereEscaped() {
    assertThat(CleanText.line("Texas A&amp;M")).isEqualTo("Texas A&M");
    assertThat(CleanText.line("Texas A&amp;amp;M")).isEqualTo("Texas A&M");
    assertThat(CleanText.line("Texas A&amp;amp;amp;M &gt;95%")).isEqualTo("Texas A&M >95%");
    assertThat(CleanText.line("a&nbsp;b&#x2F;c&#39;d")).isEqualTo("a b/c'd");
  }

  @Test
  void aLineKeepsWhatOnlyLooksLikeMarkup() {
    assertThat(CleanText.line(" Short survey (&lt;5 min)\n\t for  <b>you</b> "))
        .isEqualTo("Short survey (<5 min) for you");
    assertThat(CleanText.line("a\u200Bb\u00ADc\u0000d\uFEFF")).isEqualTo("abcd");
    assertThat(CleanText.line("R&D and Q&A")).isEqualTo("R&D and Q&A");
    assertThat(CleanText.line(null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 600})
  void whatIsTooDeepWithinALinkKeepsItsText(int deep) {
    String html = "<p>First<p><a href=x><strong>" + "<div>".repeat(deep) + "more";
    assertThat(CleanText.plain(html)).contains("First", "more").doesNotContain("<");
  }

  @Test
  void blocksBecomeLines() {
    assertThat(
            CleanText.plain(
                "<style>p{x}</style><p>One<br>two</p>\n\n<p></p><ul><li>a</li>\n<li>b &amp; c</li></ul>"
                    + "<script>x()</script>end<table><tr><td>k</td><td>v</td></tr></table>"))
        .isEqualTo("One\ntwo\na\nb & c\nend\nk v");
  }

  @Test
  void htmlThatWasEscapedIsStillHtml() {
    String once = "&lt;p&gt;Fish &amp;amp; chips&lt;/p&gt;&lt;p&gt;now&lt;/p&gt;";
    String twice = once.replace("&", "&amp;");
    assertThat(CleanText.plain(once)).isEqualTo("Fish & chips\nnow");
    assertThat(CleanText.plain(twice)).isEqualTo("Fish & chips\nnow");
    assertThat(CleanText.plain("<div>" + once + "</div>")).isEqualTo("Fish & chips\nnow");
  }

  @Test
  void textWithoutMarkupKeepsItsLines() {
    assertThat(CleanText.plain("first \r\n\r\n second\n\n\nthird (<5 min)"))
        .isEqualTo("first\nsecond\nthird (<5 min)");
    assertThat(CleanText.plain("first\n\nwith <b>bold</b>\nthird"))
        .isEqualTo("first\nwith bold\nthird");
    assertThat(CleanText.plain("<p>Know what &lt;div&gt; means</p>"))
        .isEqualTo("Know what <div> means");
  }

  @Test
  void whatACutLeftAtTheEndIsDropped() {
    assertThat(CleanText.plain("<p>Work from home <a hre")).isEqualTo("Work from home");
    assertThat(CleanText.plain("<p>Work from home</p")).isEqualTo("Work from home");
    assertThat(CleanText.plain("Fish &amp; chips &nbs")).isEqualTo("Fish & chips");
    assertThat(CleanText.plain("Fish &#x2")).isEqualTo("Fish");
    assertThat(CleanText.plain("AT&T")).isEqualTo("AT&T");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mecánico de coches",
        "Asesoría jurídica en línea",
        "Vyžadujeme češtinu, příliš žluťoučký kůň",
        "Требуется переводчик",
        "Wir suchen für Köln – “sofort”…",
        "It’s a job • €20/h",
        "日本語の翻訳",
        "ÉCOLE À PARIS",
        "Übersetzer",
        "Łódź, małe zadanie",
        "Emoji 🎉 here"
      })
  void utf8ReadAsLatin1OrWindows1252IsRepaired(String meant) {
    byte[] bytes = meant.getBytes(StandardCharsets.UTF_8);
    assertThat(CleanText.repaired(new String(bytes, StandardCharsets.ISO_8859_1))).isEqualTo(meant);
    String windows = new String(bytes, WINDOWS);
    if (windows.indexOf('\uFFFD') < 0) assertThat(CleanText.line(windows)).isEqualTo(meant);
    assertThat(CleanText.repaired(meant)).isEqualTo(meant);
  }

  @Test
  void aCharacterCutInHalfAtTheEndIsDropped() {
    String misread =
        new String(
            "Mecánico en Bogotá".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    assertThat(CleanText.repaired(misread.substring(0, misread.length() - 1)))
        .isEqualTo("Mecánico en Bogot");
    assertThat(CleanText.repaired(misread.substring(0, misread.length() - 1) + "..."))
        .isEqualTo("Mecánico en Bogot...");
  }

  @Test
  void aSoftHyphenIsPartOfMisreadText() {
    assertThat(CleanText.plain("<p>Asesor\u00C3\u00ADa</p>")).isEqualTo("Asesoría");
    assertThat(CleanText.line("Asesor\u00C3\u00ADa")).isEqualTo("Asesoría");
    assertThat(CleanText.line("Mec&Atilde;&iexcl;nico")).isEqualTo("Mecánico");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ça va à la plage, déjà vu",
        "NESCAFÉ® tasting",
        "SÃO PAULO, AMANHÃ”",
        "CAFÉ’S",
        "Prix: 20 €, über alles",
        "Mecánico and MecÃ¡nico",
        "naïve café…",
        "VOILÀ"
      })
  void genuineAccentsStayUntouched(String genuine) {
    assertThat(CleanText.repaired(genuine)).isEqualTo(genuine);
  }
}
