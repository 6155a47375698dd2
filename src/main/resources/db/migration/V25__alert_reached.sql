-- Postings that an account came to by the link of a message that told her of them.
create table alert_reached (
  account text not null,
  posting text not null,
  at bigint not null,
  primary key (account, posting)
);
create index alert_reached_at on alert_reached (at);
create index history_gone on posting_history (posting, at) where what in ('missing', 'closed');
