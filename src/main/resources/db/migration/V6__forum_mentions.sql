-- Which posts speak of a requester, by the name in lower case: talk is evidence of what her tasks take.
create table forum_mention (
  requester text not null,
  post text not null,
  primary key (requester, post)
);
