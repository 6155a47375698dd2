package worthwhile.site.moderation;

import io.javalin.http.Context;
import java.util.NavigableSet;
import java.util.Optional;
import worthwhile.account.Account;
import worthwhile.community.Claiming;
import worthwhile.community.Claiming.Checked;
import worthwhile.community.Claiming.Claimed;
import worthwhile.community.Topic;
import worthwhile.posting.Reason;
import worthwhile.posting.word.Worded;
import worthwhile.reputation.statement.Claim;
import worthwhile.reputation.statement.Subject;
import worthwhile.site.http.Missing;
import worthwhile.site.http.Urls;
import worthwhile.site.http.Visitor;

/** {@code /claims}: how a requester proves to be one. */
final class ClaimPages {
  private final ModerationDesk desk;

  ClaimPages(ModerationDesk desk) {
    this.desk = desk;
  }

  /**
   * The form.
   *
   * @param domains by which she can prove it
   */
  record FormView(
      Topic topic, AboutLine about, NavigableSet<String> domains, Optional<String> error) {}

  /** A claim with its code. */
  record View(Claim claim, AboutLine about, Optional<String> done, Optional<String> error) {
    String file() {
      return "https://" + claim.detail().orElse("") + Claiming.FILE;
    }

    String state() {
      return ModerationWords.of("claim", claim.state());
    }

    boolean isOpen() {
      return claim.state() == Claim.State.OPEN;
    }

    boolean isAccepted() {
      return claim.state() == Claim.State.ACCEPTED;
    }

    String replyUrl() {
      return "/replies/new?about="
          + Urls.parameter(Subject.requester(claim.requester().toString()).toString());
    }
  }

  void form(Context ctx, Visitor visitor) {
    String id = Optional.ofNullable(ctx.queryParam("requester")).orElse("");
    show(ctx, topic(id), 200, Optional.empty());
  }

  private Topic topic(String requester) {
    return desk.topic("requester:" + requester, Optional.empty())
        .orElseThrow(() -> new Missing(ModerationWords.of("no-such")));
  }

  private void show(Context ctx, Topic topic, int status, Optional<String> error) {
    NavigableSet<String> domains = desk.claiming().domains(topic.requester().orElseThrow());
    FormView view = new FormView(topic, AboutLine.of(topic, desk), domains, error);
    desk.page(ctx, status, "claim", ModerationWords.of("claim"), view);
  }

  void send(Context ctx, Visitor visitor) {
    Topic topic = topic(ModerationDesk.field(ctx, "requester"));
    desk.count(ctx, visitor.account());
    // A form offers each domain as a way of its own: domain:acme.example.
    String[] way = ModerationDesk.field(ctx, "proof").split(":", 2);
    Optional<Claim.Proof> proof = Worded.of(Claim.Proof.class, way[0]);
    if (proof.isEmpty()) {
      show(ctx, topic, 400, Optional.of(ModerationWords.of("choose-proof")));
      return;
    }
    Optional<String> domain = way.length > 1 ? Optional.of(way[1]) : Optional.empty();
    Claimed claimed =
        desk.claiming().claim(visitor.account(), topic.subject(), proof.get(), domain);
    switch (claimed) {
      case Claimed.Made(Claim claim) -> ModerationDesk.goTo(ctx, "/claims/" + claim.id());
      case Claimed.Exists(Claim claim) -> ModerationDesk.goTo(ctx, "/claims/" + claim.id());
      case Claimed.NoSuch _ -> throw new Missing(ModerationWords.of("no-such"));
      case Claimed.NotHerDomain _, Claimed.TooMany _ ->
          show(ctx, topic, status(claimed), Optional.of(why(claimed)));
    }
  }

  static int status(Claimed claimed) {
    return switch (claimed) {
      case Claimed.Made _ -> 201;
      case Claimed.Exists _, Claimed.TooMany _ -> 409;
      case Claimed.NoSuch _ -> 404;
      case Claimed.NotHerDomain _ -> 400;
    };
  }

  static String why(Claimed claimed) {
    return switch (claimed) {
      case Claimed.Made _ -> "";
      case Claimed.Exists(Claim claim) -> ModerationWords.of("claimed-before") + " " + claim.id();
      case Claimed.NoSuch _ -> ModerationWords.of("no-such");
      case Claimed.TooMany _ -> ModerationWords.of("too-many-claims");
      case Claimed.NotHerDomain(NavigableSet<String> known) ->
          known.isEmpty()
              ? ModerationWords.of("no-domain")
              : ModerationWords.of("other-domain") + " " + String.join(", ", known);
    };
  }

  private Claim own(Context ctx, Account account) {
    return desk.claiming()
        .own(account, ctx.pathParam("id"))
        .orElseThrow(() -> new Missing(Reason.of("no-such-claim")));
  }

  void show(Context ctx, Visitor visitor) {
    show(ctx, own(ctx, visitor.account()), 200, Optional.empty(), Optional.empty());
  }

  private void show(
      Context ctx, Claim claim, int status, Optional<String> done, Optional<String> error) {
    AboutLine about = AboutLine.of(Subject.requester(claim.requester().toString()), desk);
    desk.page(
        ctx, status, "claimed", ModerationWords.of("claim"), new View(claim, about, done, error));
  }

  void check(Context ctx, Visitor visitor) {
    Claim own = own(ctx, visitor.account());
    desk.count(ctx, visitor.account());
    switch (desk.claiming().check(visitor.account(), own.id())) {
      case Checked.Accepted(Claim claim) ->
          show(
              ctx, claim, 200, Optional.of(ModerationWords.of("claim-accepted")), Optional.empty());
      case Checked.NotYet(Claim claim, String why) ->
          show(ctx, claim, 409, Optional.empty(), Optional.of(why));
      case Checked.Over(Claim claim) -> show(ctx, claim, 200, Optional.empty(), Optional.empty());
      case Checked.NoSuch _ -> throw new Missing(Reason.of("no-such-claim"));
    }
  }

  void withdraw(Context ctx, Visitor visitor) {
    Claim own = own(ctx, visitor.account());
    desk.claiming().withdraw(visitor.account(), own.id());
    ModerationDesk.goTo(ctx, "/claims/" + own.id());
  }
}
