-- What workers spent for their work, and which share of their pay they set aside for tax. Sums are
-- decimal numbers as text, so that they stay exact; days as 2026-11-02.

create table work_expense (
  id text not null primary key,
  account text not null,
  day text not null,
  amount text not null,
  currency text not null,
  purpose text not null,
  weekly integer not null
);
create index work_expense_account on work_expense (account, day);

create table work_tax (
  account text not null primary key,
  country text,
  share text not null
);
