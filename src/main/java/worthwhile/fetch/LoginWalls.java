package worthwhile.fetch;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Pages that want somebody to log in. An ordinary page may carry a login form in its head: it is a
 * wall only if the form is what the page is about.
 */
final class LoginWalls {
  /** Longest text beside the form on a page whose title or address says that it is a login. */
  private static final int WORDS_BESIDE_NAMED = 400;

  /** Longest text beside the form on a page that does not say so. */
  private static final int WORDS_BESIDE_UNNAMED = 60;

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)(?:^|/)(?:login|log-in|signin|sign-in|sign_in|wp-login\\.php|login\\.php|sso)(?:[/.?]|$)"
              + "|mode=login|action=login|[?&]do=login|/accounts/login|/auth/login");

  private static final List<String> TITLES =
      List.of(
          "login",
          "log in",
          "log-in",
          "sign in",
          "signin",
          "please log in",
          "please sign in",
          "login required",
          "member login",
          "log in or sign up",
          "log in or register",
          "sign in or sign up",
          "anmelden",
          "anmeldung",
          "einloggen",
          "connexion",
          "se connecter",
          "identification",
          "iniciar sesión",
          "accedi",
          "entrar",
          "inloggen",
          "zaloguj się",
          "logowanie",
          "giriş",
          "giriş yap",
          "вход",
          "войти",
          "ログイン",
          "登录",
          "登錄",
          "登入");

  private static final List<String> DEMANDS =
      List.of(
          "you must be logged in to",
          "you must be logged-in to",
          "you need to be logged in to",
          "you must log in to continue",
          "log in to continue",
          "requires you to be registered and logged in",
          "you are not logged in or you do not have permission",
          "please log in to view",
          "please sign in to continue",
          "sign in to continue");

  private LoginWalls() {}

  /** Whether an address is that of a login page. */
  static boolean leadsTo(URI address) {
    String path = Optional.ofNullable(address.getRawPath()).orElse("");
    String query = Optional.ofNullable(address.getRawQuery()).map(q -> "?" + q).orElse("");
    return ADDRESS.matcher(path + query).find();
  }

  /** Why this page is a login wall; absent if it is not. */
  static Optional<String> inPage(PageSigns page, boolean htmlExpected) {
    if (page.titles().stream().anyMatch(part -> part.contains("login page is opening")))
      return Optional.of("the page forwards to a login page");
    if (page.marksUpContent()) return Optional.empty();
    if (page.words() < 60 && refreshesToLogin(page))
      return Optional.of("the page forwards to a login page");
    if (page.words() < 250 && DEMANDS.stream().anyMatch(page::says))
      return Optional.of("the page says that one must log in");
    return formIsThePage(page, htmlExpected)
        ? Optional.of("a login form came instead of content")
        : Optional.empty();
  }

  private static boolean refreshesToLogin(PageSigns page) {
    return page.all("meta[http-equiv=refresh i]")
            .map(meta -> meta.attr("content").replaceFirst("(?i)^.*?url\\s*=\\s*", ""))
            .anyMatch(target -> ADDRESS.matcher(target).find())
        || page.all("script:not([src])")
            .map(Element::data)
            .anyMatch(code -> code.contains("location") && ADDRESS.matcher(code).find());
  }

  private static boolean formIsThePage(PageSigns page, boolean htmlExpected) {
    Optional<Element> password =
        page.first("input[type=password i]:not([name*=confirm i]):not([name*=repeat i])");
    boolean named = page.titled(TITLES) || leadsTo(page.response().url());
    if (password.isEmpty()) return named && page.words() < 120 && asksForName(page);
    if (!htmlExpected) return true;
    return beside(page, password.get()) < (named ? WORDS_BESIDE_NAMED : WORDS_BESIDE_UNNAMED);
  }

  private static boolean asksForName(PageSigns page) {
    return page.has("input[type=email i], input[name~=(?i)^(user|username|login|email)$]");
  }

  /** Words of the page that stand outside the form. */
  private static int beside(PageSigns page, Element password) {
    Element form = password.closest("form");
    String inside = form == null ? "" : form.text().toLowerCase(Locale.ROOT);
    return page.words() - PageSigns.count(inside);
  }
}
