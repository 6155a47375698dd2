-- What people say of requesters, tasks, platforms and each other. What somebody says is hers: it goes
-- with the account, unless she lets the bare facts stay; then account becomes the word former and a
-- number of its own, which no account has.

-- One for each account and subject (posting:ID, requester:ID or platform:ID). at is the day that
-- counts, so that no hour tells who wrote. confirms is the review that a "me too" repeats.
-- hidden: 1 where two people took it out of sight; it counts for nothing then.
create table review (
  id text not null primary key,
  account text not null,
  subject text not null,
  platform text not null,
  requester text,
  posting text,
  outcome text not null,
  minutes integer,
  unpaid_minutes integer,
  currency text,
  paid text,
  paid_after_days integer,
  rejected_for text,
  overturned integer,
  screened_out_paid integer,
  answered integer,
  again integer,
  deactivated integer,
  text text,
  verified integer not null,
  confirms text,
  hidden integer not null,
  at bigint not null,
  created bigint not null,
  changed bigint not null
);
create unique index review_once on review (account, subject);
create index review_requester on review (requester, at);
create index review_platform on review (platform, at);
create index review_posting on review (posting);
create index review_confirms on review (confirms);

-- account is null for a visitor without one; visitor is then a keyed hash of where it came from and
-- the day, so that one visitor counts once. state: open, upheld or dismissed.
create table flag (
  id text not null primary key,
  account text,
  visitor text,
  about text not null,
  kind text not null,
  text text,
  link text,
  state text not null,
  created bigint not null
);
create index flag_about on flag (about);
create index flag_account on flag (account);

-- An image that goes with a flag, written anew without what a camera notes in it. Moderators see it.
create table flag_image (
  flag text not null primary key,
  account text,
  media_type text not null,
  content bytea not null
);

create table reply (
  id text not null primary key,
  account text not null,
  requester text not null,
  about text not null,
  text text not null,
  hidden integer not null,
  created bigint not null,
  changed bigint not null
);
create index reply_about on reply (about);
create index reply_requester on reply (requester);

-- Who says to be a requester. code is to be shown where only the requester can put it.
create table claim (
  id text not null primary key,
  account text not null,
  requester text not null,
  proof text not null,
  detail text,
  code text not null,
  state text not null,
  created bigint not null,
  decided bigint
);
create index claim_requester on claim (requester, state);
create index claim_account on claim (account);

-- A question to moderators: kind flag, dispute, appeal, claim or burst. harm orders the queue.
-- opened_by is null where the instance itself asks. of_case: the one whose decision is appealed.
-- It outlives who opened it.
create table moderation_case (
  id text not null primary key,
  kind text not null,
  about text not null,
  requester text,
  harm integer not null,
  state text not null,
  opened_by text,
  reason text,
  of_case text,
  rules text not null,
  opened bigint not null,
  decided bigint
);
create index moderation_case_state on moderation_case (state, harm);
create index moderation_case_about on moderation_case (about);

create table moderation_vote (
  moderation_case text not null,
  account text not null,
  vote text not null,
  rule text not null,
  reason text not null,
  moderator integer not null,
  at bigint not null,
  primary key (moderation_case, account)
);

-- Everybody may read it. by_account is an id that means nothing once the account is gone; by_role is
-- what is shown of who is no moderator.
create table moderation_log (
  id bigint not null primary key,
  at bigint not null,
  action text not null,
  about text not null,
  moderation_case text,
  by_account text,
  by_role text not null,
  rule text,
  reason text
);
create index moderation_log_about on moderation_log (about);
create index moderation_log_at on moderation_log (at);

-- What somebody is to be told: one's review was answered, flagged or hidden, a case was decided, a
-- followed requester was reviewed.
create table notice (
  id text not null primary key,
  account text not null,
  about text not null,
  reason text not null,
  created bigint not null,
  seen bigint
);
create index notice_account on notice (account, created);

create table followed_requester (
  account text not null,
  requester text not null,
  created bigint not null,
  primary key (account, requester)
);

-- How far a reviewer's word counts by what trusted people think of her, as last worked out from all
-- reviews. Who is not in it has neither trust nor a share to give up.
create table reviewer_voice (
  account text not null primary key,
  trust double precision not null,
  share double precision not null,
  silenced integer not null,
  at bigint not null
);

-- What reviews come to, for the requester that stands for all merged into it. json is the record as
-- postings show it.
create table conduct (
  requester text not null primary key,
  score double precision,
  low double precision,
  json text not null,
  at bigint not null
);

alter table assessment add column reputation text;
alter table sighting add column reputation text;
