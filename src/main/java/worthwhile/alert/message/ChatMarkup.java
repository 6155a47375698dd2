package worthwhile.alert.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;
import worthwhile.text.Escaped;

/** How a chat service has its text written, and how much of it. */
public enum ChatMarkup {
  /** HTML of Telegram's Bot API, of which 4,096 signs are taken. */
  TELEGRAM(4_096) {
    @Override
    String escaped(String text) {
      return Escaped.html(text);
    }

    @Override
    String strong(String text) {
      return "<b>" + escaped(text) + "</b>";
    }

    @Override
    String linked(String text, String url) {
      return "<a href=\"" + escaped(url) + "\">" + escaped(text) + "</a>";
    }
  },

  /** Markdown of Discord, of which 2,000 signs are taken; angle brackets keep it from previews. */
  DISCORD(2_000) {
    @Override
    String escaped(String text) {
      return SIGNS.matcher(text).replaceAll("\\\\$0");
    }

    @Override
    String strong(String text) {
      return "**" + escaped(text) + "**";
    }

    @Override
    String linked(String text, String url) {
      return escaped(text) + "\n<" + url + ">";
    }
  },

  /** Plain text of ntfy, of which 4,096 bytes are taken with what JSON adds; links stand apart. */
  NTFY(3_500) {
    @Override
    String linked(String text, String url) {
      return text + "\n" + url;
    }

    @Override
    int length(CharSequence text) {
      return text.toString().getBytes(UTF_8).length;
    }
  },

  /** Plain text that every service takes, for one that took no markup. */
  PLAIN(1_990) {
    @Override
    String linked(String text, String url) {
      return text + "\n" + url;
    }
  };

  /** What Discord would take for markup, a mention or a timestamp. */
  private static final Pattern SIGNS = Pattern.compile("[\\\\`*_~|<>\\[\\]()#+\\-.:@&!]");

  private final int most;

  ChatMarkup(int most) {
    this.most = most;
  }

  /** How long a text may be, counted as {@link #length} does. */
  public int most() {
    return most;
  }

  /** How long a text is for the service: in UTF-16 units unless it counts bytes. */
  int length(CharSequence text) {
    return text.length();
  }

  String escaped(String text) {
    return text;
  }

  String strong(String text) {
    return escaped(text);
  }

  abstract String linked(String text, String url);
}
