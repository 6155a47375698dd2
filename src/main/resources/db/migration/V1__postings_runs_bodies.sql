-- Every statement here runs on SQLite and on PostgreSQL. Times are milliseconds since 1970 (UTC).
-- A migration that has been released is never edited: add the next one.

create table counter (
  name text not null primary key,
  value bigint not null
);
insert into counter (name, value) values ('revision', 0);

create table meta (
  name text not null primary key,
  value text not null
);

-- json is the posting without lastSeen: a posting that was only seen again is not rewritten.
create table posting (
  id text not null primary key,
  source text not null,
  platform text,
  identifier text not null,
  state text not null,
  fingerprint text,
  title text not null,
  requester text,
  date_posted bigint,
  first_seen bigint not null,
  last_seen bigint not null,
  revision bigint not null,
  json text not null
);
create unique index posting_revision on posting (revision);
create index posting_source on posting (source, state);
create index posting_fingerprint on posting (fingerprint);
create index posting_requester on posting (requester, platform);

create table posting_history (
  posting text not null,
  revision bigint not null,
  step integer not null,
  at bigint not null,
  what text not null,
  detail text not null,
  run text not null,
  primary key (posting, revision, step)
);

create table run (
  id text not null primary key,
  source text not null,
  at bigint not null,
  outcome text not null,
  reason text,
  requests integer not null,
  items integer not null,
  added integer not null,
  changed integer not null,
  gone integer not null,
  rejected integer not null,
  took bigint not null
);
create index run_source on run (source, at);
create index run_at on run (at);

-- When a source last told us all that it offers: then its open postings were seen too.
create table source_seen (
  source text not null primary key,
  at bigint not null
);

create table source_state (
  source text not null primary key,
  condition text not null,
  reason text,
  since bigint not null,
  last_success bigint,
  last_run bigint,
  next_run bigint,
  revisit bigint,
  failures integer not null
);

-- Contents stand once, under their SHA-256, however often a page answers with the same.
create table body (
  hash text not null primary key,
  size bigint not null,
  content bytea not null
);

create table body_page (
  source text not null,
  page text not null,
  run text not null,
  position integer not null,
  url text not null,
  status integer not null,
  headers text not null,
  etag text,
  last_modified text,
  fetched bigint not null,
  kept bigint not null,
  hash text not null,
  primary key (source, page, run)
);
create index body_page_run on body_page (run, position);
create index body_page_hash on body_page (hash);
create index body_page_kept on body_page (kept);

create table forum_post (
  id text not null primary key,
  source text not null,
  published bigint not null,
  json text not null
);
create index forum_post_source on forum_post (source, published);
