-- What a trouble is about, where there may be several of its kind: the id of a source.
alter table alert_trouble add column subject text not null default '';
