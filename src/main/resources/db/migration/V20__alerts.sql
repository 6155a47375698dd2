-- What people want to hear of, where they hear it, and what they were told.

-- What a posting's numbers were before a change, as JSON; null where that says nothing.
alter table posting_history add column was text;

insert into counter (name, value) values ('saved-search', 0);
insert into counter (name, value) values ('recipient', 0);

-- query: parameters of the search as JSON.
-- since: revision of the change log after which it hears. revision: of its own last change, so that
-- every process learns of it. told_day, told_today: how many postings it was told on its last day.
-- trouble: why it cannot be asked; null if it can. A deleted one keeps no name and no query.
create table saved_search (
  id text not null primary key,
  account text not null,
  name text not null,
  query text not null,
  rhythm text not null,
  zone text not null,
  quiet text,
  most_per_day integer not null,
  paused integer not null,
  since bigint not null,
  revision bigint not null,
  told_day bigint not null,
  told_today integer not null,
  trouble text,
  deleted integer not null,
  created bigint not null,
  changed bigint not null
);
create index saved_search_account on saved_search (account);
create unique index saved_search_revision on saved_search (revision);

-- Where messages go. saved_search is set where it belongs to one alone (webhook, feed).
-- address: as the owner may read it. credential: all of it as JSON, secrets too. hash: of the secret
-- word in its links.
create table recipient (
  number bigint not null primary key,
  account text not null,
  type text not null,
  address text not null,
  credential text,
  hash text,
  saved_search text,
  state text not null,
  created bigint not null,
  confirmed bigint,
  ended bigint,
  error text
);
create index recipient_account on recipient (account);
create unique index recipient_hash on recipient (hash);

create table saved_search_channel (
  saved_search text not null,
  recipient bigint not null,
  account text not null,
  position integer not null,
  primary key (saved_search, recipient)
);
create index saved_search_channel_recipient on saved_search_channel (recipient);

-- Who was told what of a posting: the key that keeps a message from being sent twice. It outlives
-- the posting. whom: numbers of recipients, packed. net: pay per hour that they were told, in
-- millionths of a dollar.
create table alert_told (
  posting text not null,
  revision bigint not null,
  reason text not null,
  net bigint,
  whom bytea not null,
  at bigint not null,
  primary key (posting, reason, revision)
);
create index alert_told_at on alert_told (at);

-- The outbox, which is the ledger too. state: due, sent, held, merged, capped, failed or gone.
-- items: which postings, for which searches, at which revision, as JSON. why: the reason of the state.
create table delivery (
  id text not null primary key,
  account text not null,
  recipient bigint not null,
  reason text not null,
  state text not null,
  why text,
  items text not null,
  due bigint not null,
  next_try bigint not null,
  attempts integer not null,
  lease text,
  lease_until bigint,
  error text,
  created bigint not null,
  done bigint
);
create index delivery_due on delivery (state, next_try);
create index delivery_recipient on delivery (recipient, created);
create index delivery_done on delivery (done);

create table delivery_search (
  saved_search text not null,
  delivery text not null,
  account text not null,
  created bigint not null,
  primary key (saved_search, delivery)
);
create index delivery_search_delivery on delivery_search (delivery);
create index delivery_search_created on delivery_search (saved_search, created);

-- Addresses to which nothing is sent any more. hash: of the address. scope: all, or a saved search.
create table suppression (
  hash text not null,
  scope text not null,
  at bigint not null,
  primary key (hash, scope)
);
