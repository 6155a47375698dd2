-- What belongs to somebody stands in a column named account, in whichever table: exporting and
-- deleting an account find it by that name. Secrets are kept as hashes only.

create table account (
  id text not null primary key,
  name text not null,
  name_key text not null,
  roles text not null,
  email text,
  password text,
  created bigint not null
);
create unique index account_name on account (name_key);

-- credential holds the public key and what the authenticator told of itself; nothing secret.
create table passkey (
  id text not null primary key,
  account text not null,
  name text not null,
  credential bytea not null,
  uses bigint not null,
  backup_eligible integer not null,
  backed_up integer not null,
  transports text not null,
  created bigint not null,
  last_used bigint
);
create index passkey_account on passkey (account);

create table recovery_code (
  account text not null,
  hash text not null,
  used bigint,
  primary key (account, hash)
);

create table account_session (
  id text not null primary key,
  hash text not null,
  account text not null,
  device text not null,
  created bigint not null,
  confirmed bigint not null,
  last_seen bigint not null,
  expires bigint not null
);
create unique index account_session_hash on account_session (hash);
create index account_session_account on account_session (account);

create table api_token (
  id text not null primary key,
  hash text not null,
  account text not null,
  name text not null,
  scopes text not null,
  created bigint not null,
  expires bigint not null,
  last_used bigint
);
create unique index api_token_hash on api_token (hash);
create index api_token_account on api_token (account);

-- Browsers from which the owner has signed in before: a stranger's guesses do not delay them.
create table known_device (
  hash text not null primary key,
  account text not null,
  created bigint not null,
  expires bigint not null
);
create index known_device_account on known_device (account);

-- Questions put to authenticators, each answered at most once.
create table passkey_challenge (
  hash text not null primary key,
  account text,
  purpose text not null,
  expires bigint not null
);
create index passkey_challenge_expires on passkey_challenge (expires);
