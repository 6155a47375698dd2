package worthwhile.fetch.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages whose bytes are not what they are said to be. */
class CharsetsTest {
  private static final Map<String, String> WORDS =
      Map.of(
          "ru",
          "Сегодня новых заданий нет, но вчера платили хорошо. Кто уже получил свои деньги?",
          "ja",
          "今日の新しい仕事はありません。昨日の支払いはとても良かったです。皆さんはもう受け取りましたか？",
          "fr",
          "Payé hier à midi : une enquête de dix minutes, déjà réglée. Où êtes-vous inscrits ?",
          "el",
          "Δεν υπάρχουν νέες εργασίες σήμερα, αλλά χθες πλήρωσαν καλά. Ποιος πήρε τα χρήματά του;",
          "zh",
          "今天没有新的任务，但是昨天的报酬很好。大家都已经收到钱了吗？我还在等待。",
          "ko",
          "오늘은 새로운 작업이 없지만 어제는 보수가 좋았습니다. 모두 돈을 받으셨나요?");

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # words, bytes, header, page
          ru, windows-1251, ,
          ru, windows-1251, , windows-1251
          ru, windows-1251, utf-8, windows-1251
          ru, windows-1251, iso-8859-1, windows-1251
          ru, windows-1251, windows-1251, utf-8
          ru, windows-1251, iso-8859-1,
          ru, koi8-r, ,
          ru, koi8-r, , windows-1252
          ja, shift_jis, ,
          ja, shift_jis, , x-sjis
          ja, shift_jis, utf-8, shift_jis
          ja, euc-jp, ,
          ja, euc-jp, shift_jis, euc-jp
          ja, euc-jp, iso-8859-1,
          ja, iso-2022-jp, , iso-2022-jp
          fr, iso-8859-1, , iso-8859-1
          fr, iso-8859-1, ,
          fr, iso-8859-15, utf-8, iso-8859-15
          fr, windows-1252, utf-8, utf-8
          el, windows-1253, , windows-1253
          el, iso-8859-7, utf-8, iso-8859-7
          zh, gb2312, ,
          zh, gbk, , gb2312
          zh, big5, , utf-8
          ko, euc-kr, , euc-kr
          ko, euc-kr, ,
          ru, utf-8, iso-8859-1, windows-1251
          """)
  void readsWhatWasWritten(String words, String bytes, String header, String meta) {
    String text =
        words.equals("zh") && bytes.equals("big5")
            ? "今天沒有新的任務，但是昨天的報酬很好。大家都已經收到錢了嗎？我還在等待。"
            : WORDS.get(words);
    String declared = meta == null ? "" : "<meta charset=\"" + meta + "\">";
    String html = "<html><head>" + declared + "</head><body><p>" + text + "</p></body></html>";
    String type = "text/html" + (header == null ? "" : "; charset=" + header);
    byte[] written = html.getBytes(Charset.forName(bytes));
    assertThat(Body.of(written, Optional.of(type)).text()).isEqualTo(html);
  }
}
