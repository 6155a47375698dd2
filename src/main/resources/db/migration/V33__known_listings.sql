-- What the last whole reading of a source's listing came to, so that a listing whose pages are the
-- same to the byte need not be read again, by this process or the next one. The basis tells the
-- program, the definitions and the rates by which it was read: with others it is read anew.

create table known_listing (
  source text not null primary key,
  basis text not null,
  listing text not null
);
