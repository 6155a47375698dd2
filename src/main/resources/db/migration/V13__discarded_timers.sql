-- When a timer was discarded: for some minutes its worker may take that back, then it is forgotten.
alter table work_timer add column discarded bigint;
create index work_timer_discarded on work_timer (discarded);
