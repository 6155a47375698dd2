-- Whose tasks have known times is asked once for a whole batch; few postings have one, so that a
-- requester with 20,000 postings is as quickly asked about as one with 20.

create index posting_timed on posting (requester) where timed = 1;
