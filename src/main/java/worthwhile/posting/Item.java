package worthwhile.posting;

/** One thing that a source offers: work, talk about work, or a judgement of who offers it. */
public sealed interface Item permits JobPosting, DiscussionForumPosting, AggregateRating {
  /** The source's id and the identifier within it, joined by a colon: unique in an instance. */
  String id();

  /** Id of the source that this was read from. */
  String source();

  /** Id of the platform that the source belongs to. */
  String platform();
}
