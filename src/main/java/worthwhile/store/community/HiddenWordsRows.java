package worthwhile.store.community;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import worthwhile.reputation.statement.Subject;

/**
 * Which reviews and replies were deleted by who had said them while they were out of sight: said
 * anew, they are out of sight again until people decide otherwise.
 */
public final class HiddenWordsRows {
  private static final String INSERT =
      """
      insert into hidden_words (account, what, about, id) values (?, ?, ?, ?)
      on conflict (account, what, about) do update set id = excluded.id
      """;

  private final Handle handle;

  HiddenWordsRows(Handle handle) {
    this.handle = handle;
  }

  /**
   * Notes what is deleted.
   *
   * @param words it itself, by its id
   * @param about what it speaks of
   */
  public void keep(Subject words, String account, Subject about) {
    handle.execute(INSERT, account, words.kind().word(), about.toString(), words.id());
  }

  /** The id under which an account says it anew; absent if nothing of the kind was out of sight. */
  public Optional<String> sayAgain(Subject.Kind what, String account, Subject about) {
    Optional<String> id =
        handle
            .select(
                "select id from hidden_words where account = ? and what = ? and about = ?",
                account,
                what.word(),
                about.toString())
            .mapTo(String.class)
            .findOne();
    id.ifPresent(this::forget);
    return id;
  }

  /** People brought it back in sight, or it stands again. */
  public void forget(String id) {
    handle.execute("delete from hidden_words where id = ?", id);
  }
}
