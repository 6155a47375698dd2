package worthwhile.site.requester;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import worthwhile.posting.Reason;
import worthwhile.posting.RequesterId;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.http.Urls;
import worthwhile.site.http.Visitor;
import worthwhile.site.view.SiteInstance;
import worthwhile.store.community.FollowRows;

/** The form by which a worker follows a requester, or does not any more. */
final class Following {
  static final String PATH = "/followed-requesters";

  private final SiteInstance instance;

  Following(SiteInstance instance) {
    this.instance = instance;
  }

  void form(Context ctx, Visitor visitor) {
    RequesterView requester =
        RequesterView.find(instance, String.valueOf(ctx.formParam("requester")));
    if (requester.members().isEmpty())
      throw new HttpRefusal(409, "Several requesters", Reason.of("several-share-this-name"));
    boolean follows = "yes".equals(ctx.formParam("follow"));
    instance
        .store()
        .write(writing -> set(writing.statements().follows(), visitor, requester, follows));
    ctx.redirect(Urls.requester(requester.members().getFirst()), HttpStatus.SEE_OTHER);
  }

  private boolean set(FollowRows rows, Visitor visitor, RequesterView requester, boolean follows) {
    String account = visitor.account().id();
    if (follows) rows.follow(account, requester.members().getFirst(), instance.now());
    else for (RequesterId each : requester.members()) rows.unfollow(account, each);
    return follows;
  }
}
