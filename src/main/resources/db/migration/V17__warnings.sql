-- What of a posting smells of a scam: warnings and what was not looked at as JSON, risk from 0 to 1.
alter table assessment add column risk text;
alter table assessment add column warnings text;
alter table assessment add column not_checked text;
alter table sighting add column risk text;
alter table sighting add column warnings text;
alter table sighting add column not_checked text;
