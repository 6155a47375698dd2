-- Postings of a requester are found by posting_requester_first; those of known times are few, and an
-- index of their own spares every other posting an entry at a place of its own.

drop index posting_requester;
create index posting_timed on posting (requester) where timed = 1;
