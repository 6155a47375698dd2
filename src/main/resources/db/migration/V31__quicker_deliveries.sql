-- Fewer entries of indexes for each delivery that is stored and sent: what waits has one of its
-- own, which is left when it is done, and what failed; the links to saved searches lie in the order
-- in which they are read.

drop index delivery_due;
create index delivery_due on delivery (next_try) where state = 'due';
create index delivery_failed on delivery (done) where state = 'failed';
drop index delivery_done;
create index delivery_done on delivery (done) where done is not null;

drop index delivery_search_delivery;
drop index delivery_search_created;
alter table delivery_search rename to delivery_search_before;
create table delivery_search (
  saved_search text not null,
  delivery text not null,
  account text not null,
  created bigint not null,
  primary key (saved_search, created, delivery)
);
insert into delivery_search (saved_search, delivery, account, created)
  select saved_search, delivery, account, created from delivery_search_before;
drop table delivery_search_before;
create index delivery_search_delivery on delivery_search (delivery);
