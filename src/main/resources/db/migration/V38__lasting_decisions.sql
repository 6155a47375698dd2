-- When it was proved; it stays where the claim is taken back.
alter table claim add column proved bigint;
update claim set proved = decided where state = 'accepted';
update claim set proved = decided where state = 'withdrawn' and exists (
  select 1 from moderation_case one where one.kind = 'claim' and one.state = 'upheld'
    and one.opened_by = claim.account and one.about = 'requester:' || claim.requester);
create index claim_proved on claim (requester, proved);

-- What was deleted by who had said it while it was out of sight; said anew it is out of sight again,
-- under its old id. what: review or reply. about: what it speaks of.
create table hidden_words (
  account text not null,
  what text not null,
  about text not null,
  id text not null,
  primary key (account, what, about)
);
create index hidden_words_id on hidden_words (id);
