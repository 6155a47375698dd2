-- Whether alerts work, and who was told that they do not.

insert into counter (name, value) values ('canary', 0);

-- Proofs that matching works. begun: when its happening was stored. matched: when the follower of
-- the change log found it. handed: when its webhook arrived. seen: when it stood in its feed.
create table canary (
  number bigint not null primary key,
  begun bigint not null,
  matched bigint,
  handed bigint,
  seen bigint,
  ended bigint,
  trouble text
);
create index canary_ended on canary (ended);

-- Whether a type of channel could be reached and signed in to. failures: how often in a row not.
create table channel_check (
  type text not null primary key,
  at bigint not null,
  failures integer not null,
  trouble text
);

-- What keeps alerts from working. calm: since when nothing is seen of it. told: when the operator
-- was told last that it is so. teller: until when a process is telling her. over: when she was told
-- that it has ended.
create table alert_trouble (
  id text not null primary key,
  kind text not null,
  reason text not null,
  began bigint not null,
  calm bigint,
  told bigint,
  teller bigint,
  acknowledged bigint,
  ended bigint,
  over bigint
);
create index alert_trouble_ended on alert_trouble (ended);

-- Platforms that are not read as they should be. since: when they were read last. began: when that
-- was noticed. seen: when it was so last.
create table platform_silence (
  id text not null primary key,
  platform text not null,
  name text not null,
  since bigint not null,
  began bigint not null,
  seen bigint not null,
  ended bigint
);
create index platform_silence_ended on platform_silence (ended);

-- Who was told of which.
create table silence_told (
  silence text not null,
  recipient bigint not null,
  account text not null,
  at bigint not null,
  primary key (silence, recipient)
);
create index silence_told_recipient on silence_told (recipient, at);
