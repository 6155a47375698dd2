-- Of which requesters an account does not want to hear.
create table blocked_requester (
  account text not null,
  requester text not null,
  created bigint not null,
  primary key (account, requester)
);
-- Whoever blocks the requester of a posting is asked when it is told of.
create index blocked_requester_requester on blocked_requester (requester);

-- Saved searches left requesters out by name; names go on under a name of their own until they are
-- carried over. A quotation mark within a value is written as \" and is not meant.
update saved_search set query = replace(query, '"without_requester":', '"without_requester_named":')
where query like '%"without_requester":%';
