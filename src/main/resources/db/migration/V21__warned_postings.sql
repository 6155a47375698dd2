-- gravest: how grave the gravest warning is: 0 without any, 3 for a danger. warned_at: since when it
-- carries its newest warning of that gravity.
alter table assessment add column gravest integer not null default 0;
alter table assessment add column warned_at bigint;
update assessment set warned_at = at, gravest = case
    when warnings like '%"severity":"danger"%' then 3
    when warnings like '%"severity":"caution"%' then 2
    else 1 end
  where warnings is not null;
create index assessment_warned on assessment (warned_at, posting) where gravest >= 1;
