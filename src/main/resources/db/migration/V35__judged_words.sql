-- The words of which a warning was found wrong; null for hosts, and where they were not noted.
alter table withdrawn_warning add column judged text;
