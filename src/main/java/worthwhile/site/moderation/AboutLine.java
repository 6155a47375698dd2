package worthwhile.site.moderation;

import java.util.Optional;
import worthwhile.community.Topic;
import worthwhile.reputation.statement.Subject;
import worthwhile.site.http.Urls;

/**
 * What a line is about, with a link to it.
 *
 * @param kind one of the words for kinds of things
 * @param title of a task or a requester; for words of people, whom they concern; may be empty
 * @param url absent if there is no page of it
 */
record AboutLine(String kind, String title, Optional<String> url) {
  static AboutLine of(Topic topic, ModerationDesk desk) {
    String kind = ModerationWords.of("about", topic.subject().kind());
    return switch (topic.subject().kind()) {
      case POSTING ->
          new AboutLine(kind, topic.title(), Optional.of(Urls.task(topic.subject().id())));
      case REQUESTER, PLATFORM ->
          new AboutLine(kind, topic.title(), topic.requester().map(Urls::requester));
      case REVIEW, REPLY ->
          new AboutLine(
              kind,
              topic
                  .requester()
                  .flatMap(
                      id ->
                          desk.topics()
                              .find(Subject.requester(id.toString()), Optional.empty())
                              .map(Topic::title))
                  .orElse(""),
              topic.requester().map(Urls::requester));
    };
  }

  /** As everybody may see it; without title and link if it is gone or not public. */
  static AboutLine of(Subject subject, ModerationDesk desk) {
    return desk.topics()
        .find(subject, Optional.empty())
        .map(topic -> of(topic, desk))
        .orElseGet(
            () -> new AboutLine(ModerationWords.of("about", subject.kind()), "", Optional.empty()));
  }
}
