package worthwhile.site.operate;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import java.util.function.BiFunction;
import worthwhile.crawl.SourceControl;
import worthwhile.posting.word.Worded;
import worthwhile.site.http.Visitor;
import worthwhile.site.view.SiteInstance;
import worthwhile.source.SourceDefinition;
import worthwhile.store.source.Actor;

/** The buttons on a source's page; each leads back to it, which says what came of it. */
final class SourceActions {
  /** What is said of a source that this instance does not read. */
  static final String NOT_READ = "not-read";

  private final SiteInstance instance;
  private final SourceControl control;

  SourceActions(SiteInstance instance, SourceControl control) {
    this.instance = instance;
    this.control = control;
  }

  void pause(Context ctx, Visitor visitor) {
    act(ctx, visitor, (source, who) -> control.pause(source.id(), who));
  }

  void resume(Context ctx, Visitor visitor) {
    act(ctx, visitor, (source, who) -> control.resume(source.id(), who));
  }

  void run(Context ctx, Visitor visitor) {
    act(ctx, visitor, (source, who) -> control.runNow(source.id(), who));
  }

  void release(Context ctx, Visitor visitor) {
    act(ctx, visitor, (source, who) -> control.release(source, held(ctx), who));
  }

  void throwAway(Context ctx, Visitor visitor) {
    act(ctx, visitor, (source, who) -> control.throwAway(source.id(), held(ctx), who));
  }

  /** Which batch the page showed: another may have taken its place. */
  private static String held(Context ctx) {
    return Optional.ofNullable(ctx.formParam("run")).orElse("");
  }

  private void act(
      Context ctx,
      Visitor visitor,
      BiFunction<SourceDefinition, Actor, SourceControl.Outcome> act) {
    SourceDefinition source = SourceCarePage.source(ctx, instance);
    String done =
        SourceCarePage.notRead(source, instance).isPresent()
            ? NOT_READ
            : Worded.wordOf(act.apply(source, new Actor.Operator(visitor.account().id())));
    ctx.redirect(SourceCarePage.path(source.id()) + "?done=" + done, HttpStatus.SEE_OTHER);
  }
}
