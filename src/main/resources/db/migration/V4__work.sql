-- A worker's own work. Sums are decimal numbers as text, so that they stay exact.

create table work (
  id text not null primary key,
  account text not null,
  platform text not null,
  identifier text,
  posting text,
  title text not null,
  title_key text not null,
  requester text,
  requester_id text,
  requester_key text,
  currency text,
  reward text,
  bonus text,
  fee text,
  paid bigint,
  started bigint,
  submitted bigint,
  active bigint,
  elapsed bigint,
  status text not null,
  provenance text not null,
  fingerprint text not null,
  recorded bigint not null
);
create unique index work_fingerprint on work (account, fingerprint);
create index work_title on work (platform, title_key);
create index work_requester on work (platform, requester_key);
create index work_posting on work (posting);

-- running is the account while the timer runs, else null:
-- so there is one for each account at most.
create table work_timer (
  id text not null primary key,
  account text not null,
  running text,
  posting text,
  platform text not null,
  title text not null,
  requester text,
  requester_id text,
  currency text,
  reward text,
  usual bigint,
  allowed bigint,
  started bigint not null,
  stopped bigint,
  breaks text not null,
  focus bigint,
  rest bigint
);
create unique index work_timer_running on work_timer (running);
create index work_timer_account on work_timer (account);

create table work_setting (
  account text not null primary key,
  zone text,
  currency text,
  contributes bigint,
  day_goal text,
  week_goal text
);

-- Files handed in, kept until they are confirmed or expire.
create table work_upload (
  id text not null primary key,
  account text not null,
  name text not null,
  content bytea not null,
  created bigint not null,
  expires bigint not null
);
create index work_upload_account on work_upload (account);
