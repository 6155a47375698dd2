-- What people were told of beside new tasks: platforms that woke, platforms that change, money that is due.

-- Who was told that a platform woke. last: the day, counted from 1970, of its last posting before.
create table waking_told (
  recipient bigint not null,
  platform text not null,
  last bigint not null,
  account text not null,
  at bigint not null,
  primary key (recipient, platform, last)
);
create index waking_told_at on waking_told (at);

-- Changes at platforms that were seen here. title, text and url as people are told of it.
create table platform_change (
  id text not null primary key,
  platform text not null,
  title text not null,
  text text not null,
  url text not null,
  seen bigint not null
);

-- Who was told of which.
create table change_told (
  change text not null,
  recipient bigint not null,
  account text not null,
  at bigint not null,
  primary key (change, recipient)
);
create index change_told_recipient on change_told (recipient, at);

-- Who wants to be asked when money is due, and since when.
create table due_asking (
  account text not null primary key,
  since bigint not null
);

-- Which pieces of work an account was asked about.
create table due_told (
  account text not null,
  work text not null,
  at bigint not null,
  primary key (account, work)
);
create index due_told_at on due_told (account, at);
