package worthwhile.site.review;

import java.util.Optional;
import worthwhile.posting.Posting;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.statement.Subject;
import worthwhile.site.http.Urls;
import worthwhile.site.view.SiteInstance;

/**
 * What a review or a notice is about, as pages name it.
 *
 * @param text title of a task, name of a requester or a platform
 * @param href its page
 */
record SubjectName(String text, String href) {

  static SubjectName of(SiteInstance instance, Subject subject) {
    return switch (subject.kind()) {
      case POSTING ->
          new SubjectName(
              instance
                  .store()
                  .postings()
                  .byId(subject.id())
                  .map(Posting::job)
                  .map(job -> job.title())
                  .orElse(subject.id()),
              Urls.task(subject.id()));
      case REQUESTER ->
          RequesterId.parse(subject.id())
              .map(id -> requester(instance, id))
              .orElse(new SubjectName(subject.id(), "/"));
      case PLATFORM ->
          new SubjectName(instance.platformName(subject.id()), Urls.platform(subject.id()));
      case REVIEW ->
          new SubjectName(ReviewWords.of("a-review"), "/reviews/" + Urls.segment(subject.id()));
      case REPLY -> new SubjectName(ReviewWords.of("log"), "/moderation");
    };
  }

  private static SubjectName requester(SiteInstance instance, RequesterId id) {
    Optional<String> name =
        instance
            .store()
            .requesters()
            .known(id)
            .filter(known -> !known.names().isEmpty())
            .map(known -> known.names().getFirst().name());
    return new SubjectName(name.orElse(id.key()), Urls.requester(id));
  }
}
