-- For whom a worker worked is asked with every page of results.
create index work_requester_id on work (account, requester_id);
create index work_requester_name on work (account, requester_key);
