-- What stays the same when a description is offered by somebody else; null where it says too little. Of
-- what was stored before it is filled in when the posting changes.
alter table posting add column words text;
create index posting_words on posting (words, first_seen) where words is not null;
create index requester_first on requester (platform, first_seen);
create index posting_requester_first on posting (requester, first_seen);

-- What two people found of a warning: it is not said of this posting (posting:ID) or of this host
-- (host:NAME) any more.
create table withdrawn_warning (
  about text not null,
  code text not null,
  moderation_case text not null,
  at bigint not null,
  primary key (about, code)
);
create index withdrawn_warning_case on withdrawn_warning (moderation_case);

-- Postings of which something beside their own words is known now, and that are to be assessed by it.
create table posting_to_assess (
  posting text not null primary key,
  times bigint not null
);

-- Lists of reported hosts that the operator switched on, as they were read last.
create table block_list (
  name text not null primary key,
  licence text not null,
  source text not null,
  asked bigint,
  read bigint,
  hosts integer,
  trouble text
);
-- since: the day on which the list named it first, as far as this instance saw.
create table listed_host (
  list text not null,
  host text not null,
  since bigint not null,
  primary key (list, host)
);
create index listed_host_host on listed_host (host);

-- Warnings that were withdrawn are listed, the newest first.
create index history_cleared on posting_history (at) where what = 'cleared';
