-- A posting is three things: json is the source's words alone, the standing has columns of its own,
-- what we make of it stands beside it. The next step carries over what is stored.
alter table posting add column state_reason text;
alter table posting add column reposts integer not null default 0;
alter table posting add column duplicates text;
-- 1: two workers saw it; -1: one did; 0: it was read from its source.
alter table posting add column confirmed integer not null default 0;
-- 1 where those who did it tell something of its time.
alter table posting add column timed integer not null default 0;

-- pay is JSON; null if nothing is known.
create table assessment (
  posting text not null primary key,
  at bigint not null,
  pay text
);

-- Who offers work: by the platform's id, or by the name where it gives none.
-- merged_into is the requester that stands for both; it follows from requester_merge.
create table requester (
  id text not null primary key,
  platform text not null,
  identifier text,
  first_seen bigint not null,
  last_seen bigint not null,
  merged_into text
);
create index requester_platform on requester (platform);
create index requester_merged on requester (merged_into);

create table requester_name (
  requester text not null,
  name text not null,
  name_key text not null,
  first_seen bigint not null,
  last_seen bigint not null,
  primary key (requester, name)
);
create index requester_name_key on requester_name (name_key);

create table requester_merge (
  id bigint not null primary key,
  requester text not null,
  into_requester text not null,
  at bigint not null,
  actor text not null,
  reason text not null,
  undone bigint,
  undone_by text
);

-- How far each follower of the changes has come.
create table follower (
  name text not null primary key,
  revision bigint not null,
  at bigint not null
);

-- The history is the change log too: it is followed by revision.
create index posting_history_revision on posting_history (revision, step);
