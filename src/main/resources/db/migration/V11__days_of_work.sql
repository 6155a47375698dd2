-- The time zone in which dates without an hour were read: a moment that begins a day there stands
-- for that day. Days of Mechanical Turk are those of the Pacific coast.
alter table work add column days text;
update work set days = 'America/Los_Angeles' where platform = 'mturk' and provenance = 'import';
