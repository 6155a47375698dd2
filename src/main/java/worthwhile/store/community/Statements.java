package worthwhile.store.community;

import org.jdbi.v3.core.Handle;

/**
 * Everything that people say and decide, inside one transaction or one look at the database.
 * Whoever got it must not keep it.
 */
public final class Statements {
  private final Handle handle;

  public Statements(Handle handle) {
    this.handle = handle;
  }

  public ReviewRows reviews() {
    return new ReviewRows(handle);
  }

  /** Whether an account is known to have worked for a requester. */
  public VerifiedWork verifiedWork() {
    return new VerifiedWork(handle);
  }

  public FlagRows flags() {
    return new FlagRows(handle);
  }

  public ReplyRows replies() {
    return new ReplyRows(handle);
  }

  public ClaimRows claims() {
    return new ClaimRows(handle);
  }

  /** Questions to moderators, and what was said to them. */
  public CaseRows cases() {
    return new CaseRows(handle);
  }

  /** The public log. */
  public LogRows log() {
    return new LogRows(handle);
  }

  public NoticeRows notices() {
    return new NoticeRows(handle);
  }

  /** What was deleted while it was out of sight. */
  public HiddenWordsRows hiddenWords() {
    return new HiddenWordsRows(handle);
  }

  /** Who follows which requester. */
  public FollowRows follows() {
    return new FollowRows(handle);
  }

  /** How far reviewers' words count. */
  public VoiceRows voices() {
    return new VoiceRows(handle);
  }

  /** Warnings that were found wrong. */
  public WithdrawnRows withdrawn() {
    return new WithdrawnRows(handle);
  }

  /** What reviews come to. */
  public ConductRows conducts() {
    return new ConductRows(handle);
  }
}
