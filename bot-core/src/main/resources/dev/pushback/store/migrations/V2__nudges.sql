-- What the coach brings up by itself. follow_up.next_nudge_at and nudge are the truth; scheduled_tasks is an alarm clock that
-- can be emptied at any time and is set again from them.

alter table person add column id text;                     -- what others may know them by: in alarms and in buttons
alter table person add column shares ${long} not null default 1;  -- 0: wants nothing shared
alter table person add column talked ${long} not null default 0;  -- 1: said something, and didn't only look at the home page
update person set id = ${id};
create unique index person_id on person (id);

create index follow_up_parked on follow_up (tenant_id, user_id) where state = 'parked';

-- One message each, written down before it is sent. The tenant and the user are whom it is for.
create table nudge (
  tenant_id   text not null,
  user_id     text not null,
  id          text not null,
  kind        text not null,           -- reminder, shared
  state       text not null,           -- pending, sending, sent, unknown, skipped, failed
  attempt     ${long} not null,        -- how many tries were begun
  made_at     ${long} not null,
  due_at      ${long} not null,        -- when to see to it (again), while it is pending or sending
  sending_since ${long},               -- when the last try began
  sent_at     ${long},
  ref         text,                    -- what the platform calls it
  code        text not null,           -- why the last try failed; may be empty
  sender      text,                    -- who shared it: id of a person
  body        text,                    -- sealed for whom it is for; what was shared
  primary key (tenant_id, user_id, id),
  foreign key (tenant_id, user_id) references person on delete cascade
) ${strict};

-- No two reminders for one person at a time, whatever the program does.
create unique index nudge_one_reminder on nudge (tenant_id, user_id) where kind = 'reminder' and state in ('pending', 'sending');
create index nudge_live on nudge (tenant_id, user_id) where state in ('pending', 'sending');
create index nudge_due on nudge (due_at) where state in ('pending', 'sending');
create index nudge_trouble on nudge (made_at) where state in ('unknown', 'failed');
create index nudge_of_day on nudge (tenant_id, user_id, sending_since);
create index nudge_made on nudge (made_at);

-- What a reminder was about.
create table nudge_item (
  tenant_id   text not null,
  user_id     text not null,
  nudge_id    text not null,
  seq         ${long} not null,        -- order within the message, from 1
  follow_up_id text not null,
  primary key (tenant_id, user_id, nudge_id, seq),
  foreign key (tenant_id, user_id, nudge_id) references nudge on delete cascade,
  foreign key (tenant_id, user_id, follow_up_id) references follow_up on delete cascade
) ${strict};

create index nudge_item_of on nudge_item (tenant_id, user_id, follow_up_id);

-- What arrived already, since platforms deliver the same thing more than once.
create table seen_event (
  platform    text not null,
  event_key   text not null,
  at          ${long} not null,
  primary key (platform, event_key)
) ${strict};

create index seen_event_at on seen_event (at);

-- The table of db-scheduler, with more NOT NULLs than its own script: an alarm without a time would never ring.
create table scheduled_tasks (
  task_name   text not null,           -- 'nudge-' and the platform; never to be renamed
  task_instance text not null,         -- 'p:' and the id of a person
  task_data   ${bytes},                -- always empty
  execution_time ${long} not null,
  picked      ${flag} not null,
  picked_by   text,
  last_success ${long},
  last_failure ${long},
  consecutive_failures ${long},
  last_heartbeat ${long},
  version     ${long} not null,
  primary key (task_name, task_instance)
) ${strict};

create index scheduled_tasks_due on scheduled_tasks (task_name, execution_time);
create index scheduled_tasks_alive on scheduled_tasks (last_heartbeat) where last_heartbeat is not null;
