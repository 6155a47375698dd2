-- What an account's browser passed on of a posting that others do not see in that form: shown = 1
-- where it stands in her own results, gone = 1 where she saw that it is gone. network is a keyed hash
-- of posting and network together: it tells two networks of one posting apart and says nothing else.
-- A row goes when two accounts agree, when the posting closes, or when it is old.
drop table sighting;
create table sighting (
  posting text not null,
  account text not null,
  source text not null,
  first_at bigint not null,
  at bigint not null,
  network text,
  gone integer not null,
  shown integer not null,
  json text,
  pay text,
  primary key (posting, account)
);
create index sighting_account on sighting (account, shown);
create index sighting_at on sighting (at);

-- version moves with every change of an account's sightings; tasks counts those new on a day.
create table forwarder (
  account text not null primary key,
  version bigint not null,
  day bigint not null,
  tasks integer not null
);
