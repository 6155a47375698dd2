-- Which of the postings that workers' browsers forward were seen by whom. worker is a keyed hash of
-- account and posting together: it tells two workers of one posting apart and says nothing else.
-- A row goes when two workers agree, when the posting closes, or when it is old.
create table sighting (
  posting text not null,
  print text not null,
  worker text not null,
  at bigint not null,
  primary key (posting, print, worker)
);
create index sighting_at on sighting (at);
