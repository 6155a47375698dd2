-- What operators do, and what the program does by itself that concerns them.

-- Sources that are not read until somebody says so. Apart from what runs write about a source: a run
-- that ends while it is paused must not take the pause with it.
create table source_pause (
  source text not null primary key,
  since bigint not null
);

-- Who did what when. actor: operator, command-line or program. who: the operator's account. made: the
-- run that an act began.
create table operator_act (
  id text not null primary key,
  at bigint not null,
  actor text not null,
  who text,
  deed text not null,
  source text,
  run text,
  made text,
  note text
);
create index operator_act_at on operator_act (at, id);
create index operator_act_source on operator_act (source, at);

-- Batches that wait for a person are looked for among all runs.
create index run_held on run (source) where outcome = 'held-back';
