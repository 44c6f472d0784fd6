-- What the coach remembers. The same for SQLite and PostgreSQL; ${long} and ${strict} are all that differs.
-- Every row belongs to a tenant and a user. Times (…_at) are milliseconds since 1970; days (…_on) are ISO dates.
-- Columns marked "sealed" hold what people wrote and are encrypted if there is a key.

create table person (
  tenant_id   text not null,
  user_id     text not null,
  name        text not null,           -- sealed; as the platform shows it
  zone        text,                    -- IANA name; none: the platform's or the machine's
  country     text,                    -- ISO 3166, for holidays
  day_from    ${long} not null,        -- minutes after midnight: no nudge before
  day_to      ${long} not null,        -- and none after
  case_id     text,                    -- what is being talked about
  thought     text not null default '=',   -- sealed; what was turned round last; may be empty
  seen_at     ${long} not null,
  primary key (tenant_id, user_id)
) ${strict};

create table partner (
  tenant_id   text not null,
  user_id     text not null,
  id          text not null,
  name        text not null,           -- sealed
  kind        text not null,           -- id of partner-kinds.yaml
  zone        text,
  country     text,
  out_until_on    text,                -- out of office up to and including this day
  quiet_until_on  text,                -- a tender or quiet period up to and including this day
  thanks      ${long} not null default 0,  -- how often they were thanked
  primary key (tenant_id, user_id, id),
  foreign key (tenant_id, user_id) references person on delete cascade
) ${strict};

create table item_case (
  tenant_id   text not null,
  user_id     text not null,
  id          text not null,
  partner_id  text,
  text        text not null,           -- sealed; what the person wrote
  situation   text not null,           -- id of taxonomy
  partner_kind text,                   -- if the person named it for this case
  round       ${long} not null,
  firmness    text not null,
  channel     text not null,
  boss_round  ${long} not null,        -- the round in which the boss was named; 0: not yet
  target      text not null,           -- sealed; may be empty
  bottom      text not null,           -- sealed; the limit; may be empty
  state       text not null,           -- open, won, lost, closed
  opened_at   ${long} not null,
  touched_at  ${long} not null,
  closed_at   ${long},
  primary key (tenant_id, user_id, id),
  foreign key (tenant_id, user_id) references person on delete cascade,
  foreign key (tenant_id, user_id, partner_id) references partner on delete cascade
) ${strict};

create index item_case_touched on item_case (tenant_id, user_id, touched_at);
create index item_case_closed on item_case (closed_at) where closed_at is not null;

create table round (
  tenant_id   text not null,
  user_id     text not null,
  case_id     text not null,
  seq         ${long} not null,        -- order within the case, from 1
  round       ${long} not null,
  asked       text not null,           -- sealed; may be empty
  asked_at    ${long} not null,
  answered    text,                    -- sealed
  answered_at ${long},
  primary key (tenant_id, user_id, case_id, seq),
  foreign key (tenant_id, user_id, case_id) references item_case on delete cascade
) ${strict};

create table fact (
  tenant_id   text not null,
  user_id     text not null,
  case_id     text not null,
  kind        text not null,           -- budget, deadline, quote, boss
  words       text not null,           -- sealed
  source      text not null,           -- sealed; where the person has it from
  consent     ${long} not null,        -- 1: the boss agreed to be named
  vouched_at  ${long} not null,
  expires_at  ${long} not null,
  primary key (tenant_id, user_id, case_id, kind),
  foreign key (tenant_id, user_id, case_id) references item_case on delete cascade
) ${strict};

create table concession (
  tenant_id   text not null,
  user_id     text not null,
  id          text not null,
  partner_id  text not null,
  direction   text not null,           -- got, gave
  what        text not null,           -- sealed
  reason      text not null,           -- sealed; may be empty
  kind        text not null,           -- one of ledger.yaml
  weight      text not null,           -- standard, special
  unit        text not null,           -- percent, scale
  size        text not null,           -- in that unit, as a decimal number
  cost        text not null,           -- low, medium, high
  on_day      text not null,
  primary key (tenant_id, user_id, id),
  foreign key (tenant_id, user_id, partner_id) references partner on delete cascade
) ${strict};

create index concession_of_partner on concession (tenant_id, user_id, partner_id);

create table follow_up (
  tenant_id   text not null,
  user_id     text not null,
  id          text not null,
  partner_id  text not null,
  case_id     text,
  direction   text not null,           -- they-owe, you-owe
  what        text not null,           -- sealed
  item        text not null,           -- id of waits.yaml
  channel     text not null,
  asked_at    ${long} not null,
  promised_on text,                    -- the day they named
  deadline_on text,                    -- the day we need it
  state       text not null,           -- open, done, elsewhere, let-go, parked
  ended_at    ${long},
  next_nudge_at ${long},               -- none: nothing will be brought up
  snoozed_until_on text,
  nudges      ${long} not null,        -- how many were sent
  rung        text not null,           -- how far up the ladder
  why_parked  text not null,           -- may be empty
  version     ${long} not null,
  primary key (tenant_id, user_id, id),
  foreign key (tenant_id, user_id) references person on delete cascade,
  foreign key (tenant_id, user_id, partner_id) references partner on delete cascade
) ${strict};

create index follow_up_due on follow_up (next_nudge_at) where next_nudge_at is not null;
create index follow_up_of_person on follow_up (tenant_id, user_id, state, asked_at);
create index follow_up_of_partner on follow_up (tenant_id, user_id, partner_id, asked_at);
create index follow_up_ended on follow_up (ended_at) where ended_at is not null;

create table contact (
  tenant_id   text not null,
  user_id     text not null,
  follow_up_id text not null,
  seq         ${long} not null,
  at          ${long} not null,
  channel     text not null,
  rung        text not null,
  primary key (tenant_id, user_id, follow_up_id, seq),
  foreign key (tenant_id, user_id, follow_up_id) references follow_up on delete cascade
) ${strict};

-- What the program notes about the database itself: which migrations it has, and which keys were used. Belongs to nobody.
create table store_note (
  name        text not null primary key,
  value       text not null
) ${strict};
