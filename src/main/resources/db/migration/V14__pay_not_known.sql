-- What is missing where pay per hour is not known: reasons as JSON.
alter table assessment add column not_known text;
alter table sighting add column not_known text;
-- "Up to" and "from" alone are no pay any more; who offers them is assessed again when next seen.
update assessment set pay = null
  where pay like '%"up-to-halved"%' or pay like '%"only-least-stated"%';
update sighting set pay = null
  where pay like '%"up-to-halved"%' or pay like '%"only-least-stated"%';
