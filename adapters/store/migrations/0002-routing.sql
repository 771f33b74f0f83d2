-- What an agent can do and is doing. The history is kept for occupancy and fairness; nothing in it is ever changed.
alter table agent
  add column away_reason text,
  add column away_note text,
  add column presence_since bigint not null default 0,
  add column wrap_up_until bigint,
  add column missed_offers integer not null default 0,
  add column skills jsonb not null default '{}',
  add column languages jsonb not null default '[]',
  add column capacity integer not null default 4,
  add column maximum_conversations integer not null default 4;

create table agent_status_change (
  id bigint generated always as identity primary key,
  agent_id uuid not null references agent on delete cascade,
  at bigint not null,
  status text not null,
  reason text
);
create index agent_status_change_agent on agent_status_change (agent_id, at);

-- Who is asked to take it, and how much of a capacity it takes. What an agent carries is the sum over both columns.
alter table conversation
  add column offered_agent_id uuid,
  add column weight real not null default 1;
create index conversation_offered on conversation (offered_agent_id) where offered_agent_id is not null;

-- Nobody could come and the assistant carries on: the place is kept until somebody can.
create index conversation_wish on conversation (waiting_since)
  where status = 'open' and owner_kind = 'assistant' and waiting_since is not null;

alter table inbox add column channel text not null default 'web';

-- Every policy that was ever in force; the highest version is. To go back is a new version with an old content.
create table policy_version (
  version integer primary key,
  policy jsonb not null,
  note text not null,
  author text not null,
  created_at bigint not null
);

-- Who routes, until when, by the clock of the database.
create table lease (
  name text primary key,
  holder uuid not null,
  until timestamptz not null
);
