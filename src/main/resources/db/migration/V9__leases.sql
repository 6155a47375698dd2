-- Who reads a source at the moment, so that no two processes do. The owner is a process; until is
-- when it counts as dead on another computer that hears nothing more of it.
create table source_lease (
  source text not null primary key,
  run text not null,
  owner text not null,
  until bigint not null
);
create index source_lease_owner on source_lease (owner);

-- Runs that are under way have a row from their first moment on.
create index run_running on run (id) where outcome = 'running';

-- Hosts that asked to be left alone; noted tells a clock that was wrong then.
create table parked_host (
  host text not null primary key,
  noted bigint not null,
  until bigint not null
);

-- The end tag that a body ends with: a page that stops without the one of its last good bodies was
-- cut off. Empty if it ends otherwise; null for bodies of before and for what is no HTML.
alter table body_page add column ending text;
