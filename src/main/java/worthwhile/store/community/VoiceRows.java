package worthwhile.store.community;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import worthwhile.reputation.Rating;
import worthwhile.reputation.ReviewerVoice;
import worthwhile.store.sql.Columns;
import worthwhile.store.sql.Database;

/**
 * How far reviewers' words count: trust and share as last worked out from all reviews, the work
 * that is known as it stands now.
 */
public final class VoiceRows {
  private static final String LIVE =
      """
      select review.account, min(review.at) as since,
        count(distinct case when review.verified = 1
          then coalesce(requester.merged_into, review.requester) end) as worked,
        max(reviewer_voice.trust) as trust, max(reviewer_voice.share) as share,
        max(reviewer_voice.silenced) as silenced
      from review
        left join requester on requester.id = review.requester
        left join reviewer_voice on reviewer_voice.account = review.account
      where review.hidden = 0 and review.requester is not null
        and review.outcome not in ('returned', 'pending') and review.account in (<accounts>)
      group by review.account
      """;

  private static final Set<String> TRUSTED = Set.of("trusted", "moderator", "operator");

  /**
   * What members and moderators think of who reviews and flags: whoever repeats a review vouches
   * for who wrote it, and a moderator stands for what she decided. One mistake costs nobody the
   * voice.
   */
  private static final String OPINIONS =
      """
      select mine.account as reviewer, theirs.account as requester, 0.5 as value, mine.at as at
        from review mine join review theirs on theirs.id = mine.confirms
        where mine.hidden = 0 and theirs.hidden = 0 and mine.outcome = theirs.outcome
      union all
      select max(vote.account), hidden.account, -1.0, max(vote.at)
        from (select id, account from review where hidden = 1
            union all select id, account from hidden_words where what = 'review') hidden
          join moderation_case decided on decided.about = 'review:' || hidden.id
            and decided.state = 'upheld' and decided.kind in ('flag', 'dispute', 'burst')
          join moderation_vote vote on vote.moderation_case = decided.id
            and vote.vote = 'uphold' and vote.moderator = 1
        group by hidden.account having count(distinct hidden.id) >= 2
      union all
      select max(vote.account), flag.account, case when flag.state = 'upheld' then 0.5 else -1.0 end,
          max(vote.at)
        from flag
          join moderation_case decided on decided.about = flag.about and decided.kind = 'flag'
            and decided.state in ('upheld', 'dismissed')
          join moderation_vote vote on vote.moderation_case = decided.id and vote.moderator = 1
        where flag.account is not null and flag.state in ('upheld', 'dismissed')
        group by flag.account, flag.state
        having flag.state = 'upheld' or count(distinct flag.id) >= 3
      """;

  private final Handle handle;

  VoiceRows(Handle handle) {
    this.handle = handle;
  }

  /** The voices of these accounts; one that says nothing of any requester lacks. */
  public Map<String, ReviewerVoice> of(Collection<String> accounts) {
    Map<String, ReviewerVoice> voices = new HashMap<>();
    for (List<String> some : Database.chunks(accounts))
      handle
          .createQuery(LIVE)
          .bindList("accounts", some)
          .map((row, _) -> Map.entry(row.getString("account"), voice(row)))
          .forEach(each -> voices.put(each.getKey(), each.getValue()));
    return voices;
  }

  private static ReviewerVoice voice(ResultSet row) throws SQLException {
    double share = row.getDouble("share");
    boolean isUsual = row.wasNull();
    return new ReviewerVoice(
        row.getDouble("trust"),
        row.getInt("worked"),
        isUsual ? 1 : share,
        row.getInt("silenced") == 1,
        Columns.instant(row, "since"));
  }

  /** What people think of each other, as ratings. */
  public List<Rating> opinions() {
    return handle
        .createQuery(OPINIONS)
        .map(
            (row, _) ->
                new Rating(
                    row.getString("reviewer"),
                    row.getString("requester"),
                    row.getDouble("value"),
                    Columns.instant(row, "at"),
                    false))
        .list();
  }

  /**
   * Replaces what was worked out before. ReviewerVoices that are as any newcomer's are not kept.
   */
  public void replace(Map<String, ReviewerVoice> voices, Instant at) {
    handle.execute("delete from reviewer_voice");
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into reviewer_voice (account, trust, share, silenced, at)"
                + " values (?, ?, ?, ?, ?)");
    voices.forEach(
        (account, voice) -> {
          if (voice.trust() > 0 || voice.share() < 1 || voice.silenced())
            batch.add(account, voice.trust(), voice.share(), voice.silenced() ? 1 : 0, at);
        });
    if (batch.size() > 0) batch.execute();
  }

  /** Accounts that speak with full trust from the start: who moderates, and whom one names. */
  public List<String> trusted() {
    return handle
        .select("select id, roles from account")
        .map((row, _) -> isTrusted(row.getString("roles")) ? row.getString("id") : "")
        .list()
        .stream()
        .filter(id -> !id.isEmpty())
        .toList();
  }

  private static boolean isTrusted(String roles) {
    return Arrays.stream(roles.split(" ")).anyMatch(TRUSTED::contains);
  }
}
