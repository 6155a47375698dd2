-- What a worker has done about work that was rejected or not paid. Days are days of her own
-- calendar, as text: 2026-11-28. before: the status of the work before its outcome changed it.
create table work_pursuit (
  account text not null,
  work text not null,
  rejected text,
  cause text,
  wrote text,
  support text,
  remind text,
  outcome text,
  before text,
  primary key (account, work)
);
