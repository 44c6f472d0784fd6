-- Where the coach can write to a person by itself, for platforms where nobody can be written to by their id alone.

create table conversation (
  tenant_id   text not null,
  user_id     text not null,
  conversation_id text not null,
  service_url text not null,           -- where the platform wants to be spoken to; it may move
  bot_id      text not null,           -- who the coach is there
  platform_user_id text not null,      -- who the person is to the coach alone
  type        text not null,           -- personal; there are no others
  updated_at  ${long} not null,        -- when it was last heard of
  blocked_at  ${long},                 -- since when the platform takes nothing for them; none: it does
  primary key (tenant_id, user_id)
) ${strict};
