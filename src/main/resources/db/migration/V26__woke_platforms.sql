-- watches: postings, or woke for only those by which a platform wakes up after a quiet time.
alter table saved_search add column watches text not null default 'postings';
create index posting_platform_first on posting (platform, first_seen);
