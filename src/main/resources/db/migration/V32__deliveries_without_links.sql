-- What a saved search came to is found by the recipients of its account: an entry for each search
-- and delivery, far from each other in the order of searches, was most of what a burst of alerts
-- wrote. Of a recipient that was erased stays whose it was, without its address, for as long as
-- something that it was told is kept.

create table former_recipient (
  number bigint not null primary key,
  account text not null
);
create index former_recipient_account on former_recipient (account);
insert into former_recipient (number, account)
  select recipient, max(account) from delivery
  where recipient not in (select number from recipient) group by recipient;

drop table delivery_search;
