package worthwhile.site.alert;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.ChannelType;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.QuietHours;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.Rhythm;
import worthwhile.alert.saved.Timetable;
import worthwhile.posting.Posting;
import worthwhile.posting.Reason;
import worthwhile.posting.Sentences;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.view.Show;

/** Words of this room from the catalogue. */
final class AlertWords {
  private AlertWords() {}

  static String of(String key) {
    return Sentences.spoken().words("alerts." + key);
  }

  /** What a field is called on the page; its own name where it is none of the page's. */
  static String field(String name) {
    return Sentences.spoken().part("alerts.field." + name).orElse(name);
  }

  /** "At once · quiet from 22:00 until 07:00 · Africa/Nairobi"; the zone where an hour is named. */
  static String timetable(Timetable timetable) {
    List<String> words = new ArrayList<>();
    switch (timetable.rhythm()) {
      case Rhythm.Instantly _ -> words.add(of("instant"));
      case Rhythm.Digest(List<LocalTime> at) ->
          words.add(
              of("digest")
                  + ": "
                  + String.join(", ", at.stream().map(LocalTime::toString).toList()));
    }
    timetable.quiet().ifPresent(hours -> words.add(quiet(hours)));
    boolean names = timetable.quiet().isPresent() || timetable.rhythm() instanceof Rhythm.Digest;
    if (names) words.add(timetable.zone().getId());
    return String.join(" · ", words);
  }

  private static String quiet(QuietHours hours) {
    return Reason.of("alerts-quiet")
        .with("from", hours.from().toString())
        .with("until", hours.until().toString())
        .said();
  }

  /**
   * What is wrong with a field of the form, for who fills it in; as a program is told where that is
   * about no field of its own.
   */
  static String wrong(HttpRefusal refused) {
    String told = Objects.requireNonNullElse(refused.getMessage(), refused.title());
    int end = Math.max(told.indexOf(':'), 0);
    String field = told.substring(0, end);
    Sentences spoken = Sentences.spoken();
    if (!field.equals("channels")) return spoken.part("alerts.wrong." + field).orElse(told);
    // "channels: url must be …", or "channels: url: …" of what only one service asks of it
    String part = told.substring(end + 1).strip().split(" ", 2)[0].replace(":", "-form");
    return spoken.part("alerts.wrong.channels." + part).orElse(told);
  }

  /** Why a search that left requesters out by these names is saved without them. */
  static String formerNames(List<String> names) {
    return Reason.of("alerts-former-names").with("names", String.join(", ", names)).said();
  }

  /** "E-mail: a@b.org", "Webhook: https://…". */
  static String channel(Recipient recipient) {
    String visible = recipient.destination().visible();
    String name = of("channel." + recipient.type().word());
    return visible.isEmpty() ? name : name + ": " + visible;
  }

  /** "$12.00/h · new", and what warns of it. */
  static String told(AlertReason reason, Posting posting) {
    String pay =
        Optional.ofNullable(posting.pay())
            .filter(known -> known.net() != null)
            .map(known -> Show.money(known.net(), known.currency()) + "/h · ")
            .orElse("");
    String warning =
        posting.assessment().gravest().map(gravest -> " · ⚠ " + gravest.said()).orElse("");
    return pay + of("reason." + reason.word()) + warning;
  }

  /** "usually there within 5 s, 200 messages a day at most". */
  static String pace(ChannelType type) {
    return of("pace.delay")
        + " "
        + Show.span(type.delay())
        + ", "
        + String.format(Locale.ROOT, "%,d", type.mostPerDay())
        + " "
        + of("pace.most");
  }

  /** How long half of what is gone was seen; of what one reading alone showed nobody knows. */
  static String gone(Duration within) {
    return within.isZero()
        ? of("past.gone-at-once")
        : of("past.gone") + " " + Show.span(within) + ".";
  }

  /** What became of a test message, and what to do where it was not taken. */
  static String trial(Recipient to, Delivery delivery) {
    if (delivery.why().isEmpty()) return of("trial.taken");
    return channel(to) + ": " + delivery.why().get().said() + ". " + mend(to, delivery);
  }

  private static String mend(Recipient to, Delivery delivery) {
    String kind = delivery.why().orElseThrow().code().replace("alert-trial-", "");
    boolean passing = kind.equals("later") || kind.equals("away");
    return Sentences.spoken()
        .part("alerts.mend." + (passing ? kind : to.type().word()))
        .orElseGet(() -> of("mend.other"));
  }

  /**
   * "12 matched, 3 opened from a message, 1 gone before it was sent; half of them gone 4 min
   * later."
   */
  static String figures(SearchFigures figures) {
    String gone =
        figures
            .goneWithin()
            .map(within -> "; " + of("figures.gone-within") + " " + Show.span(within))
            .orElse("");
    return figures.fired()
        + " "
        + of("figures.fired")
        + ", "
        + figures.reached()
        + " "
        + of("figures.reached")
        + ", "
        + figures.goneBefore()
        + " "
        + of("figures.gone-before")
        + gone
        + ".";
  }

  /** "3 taken, 2 were there already." */
  static String imported(int taken, int known) {
    return taken + " " + of("imported.taken") + ", " + known + " " + of("imported.known") + ".";
  }

  static String state(Delivery.State state) {
    return of("state." + state.word());
  }
}
