-- Where the coach was installed. A workspace that takes it out again is kept, without its token, until everything of it is erased.

create table installation (
  tenant_id   text not null primary key,   -- such as slack:T1
  token       text not null,           -- sealed; empty when the workspace has left
  bot_user    text not null,           -- who the coach is there
  scopes      text not null,           -- what it may do there, with commas
  installed_by text not null,          -- id of a user; empty if they aren't known any more
  installed_at ${long} not null,
  state       text not null            -- active, leaving
) ${strict};

-- Installations that were begun, by a hash of what comes back with them. Belongs to nobody yet.
create table oauth_state (
  hash        text not null primary key,
  made_at     ${long} not null
) ${strict};

create index oauth_state_made on oauth_state (made_at);
