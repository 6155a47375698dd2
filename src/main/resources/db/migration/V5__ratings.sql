-- Requesters by their id on a platform, beside the name that changes.
alter table posting add column requester_id text;
create index posting_requester_id on posting (platform, requester_id);

-- What other sites say in sum of a requester: one row for each site and requester, the newest that was read.
-- platform and requester say whom it is of; at is when the site said so and stands outside the JSON.
create table rating (
  id text not null primary key,
  source text not null,
  platform text not null,
  requester text not null,
  at bigint not null,
  json text not null
);
create index rating_requester on rating (platform, requester);

-- When a site was last asked about a requester, known to it or not.
create table rating_asked (
  source text not null,
  platform text not null,
  requester text not null,
  at bigint not null,
  primary key (source, platform, requester)
);
