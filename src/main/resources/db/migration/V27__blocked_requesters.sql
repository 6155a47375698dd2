-- Of which requesters an account does not want to hear.
create table blocked_requester (
  account text not null,
  requester text not null,
  created bigint not null,
  primary key (account, requester)
);
-- Whoever blocks the requester of a posting is asked when it is told of.
create index blocked_requester_requester on blocked_requester (requester);
