-- The words of a posting that were judged when its case was decided; null where they were not noted.
alter table moderation_case add column judged text;
