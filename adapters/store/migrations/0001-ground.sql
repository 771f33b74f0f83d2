-- Times are epoch milliseconds (bigint): the log must give back exactly what was put in.

create table inbox (
  id text primary key,
  settings jsonb not null,
  identity_key_id text not null,
  identity_secret text not null,
  created_at bigint not null
);

create table queue (
  id text primary key,
  name jsonb not null
);

-- The person served, one across channels. `attributes` is what the host system told: tier, city, plan …
create table contact (
  id uuid primary key,
  name text not null default '',
  email text,
  phone text,
  attributes jsonb not null default '{}',
  -- What the host system holds of this contact, shown to agents: [{title, facts: [{label, value}]}]
  records jsonb not null default '[]',
  created_at bigint not null
);

-- By which keys a contact is known: a host site's subject, later an openid or a phone number.
create table contact_identity (
  kind text not null,
  key text not null,
  contact_id uuid not null references contact,
  primary key (kind, key)
);
create index contact_identity_contact on contact_identity (contact_id);

-- The projection of a conversation's events: derived from them, rebuilt by `tandem rebuild-projections`.
-- The columns beside `state` repeat parts of it for queries. No index covers `updated_at` or `last_seq`, so that the
-- update of an ordinary message stays in its page (HOT).
create table conversation (
  id uuid primary key,
  inbox_id text not null,
  contact_id uuid not null,
  status text not null,
  owner_kind text not null,
  owner_agent_id uuid,
  queue_id text,
  priority integer not null,
  waiting_since bigint,
  opened_at bigint not null,
  resolved_at bigint,
  due_at bigint,
  last_seq integer not null,
  updated_at bigint not null,
  state jsonb not null
) with (fillfactor = 60);
create index conversation_contact on conversation (contact_id, opened_at desc);
create index conversation_waiting on conversation (queue_id, priority desc, waiting_since) where owner_kind = 'queue';
create index conversation_owner on conversation (owner_agent_id) where owner_kind = 'agent';
create index conversation_open on conversation (owner_kind) where status = 'open';
create index conversation_resolved on conversation (resolved_at desc) where status = 'resolved';
create index conversation_opened on conversation (opened_at);
create index conversation_due on conversation (due_at) where due_at is not null;

-- The truth. Append-only: nothing in Tandem updates or deletes a row.
-- `xact` lets a reader of the whole log stop before transactions that are still open. An appender takes its locks
-- before its transaction gets an id, so in one conversation `xact` never falls while `seq` rises.
create table event (
  conversation_id uuid not null,
  seq integer not null,
  id text not null,
  kind text not null,
  actor jsonb not null,
  at bigint not null,
  body jsonb not null,
  xact xid8 not null default pg_current_xact_id(),
  primary key (conversation_id, seq),
  unique (conversation_id, id)
);
create index event_log on event (xact, conversation_id, seq);

create function refuse_change_of_log() returns trigger language plpgsql as $$
begin
  raise exception 'the log is append-only: % on event is refused', tg_op;
end $$;
create trigger event_is_append_only before update or delete or truncate on event
  for each statement execute function refuse_change_of_log();

-- How far a reader of the whole log has come.
create table log_reader (
  name text primary key,
  xact xid8 not null,
  conversation_id uuid not null,
  seq integer not null
);

create table attachment (
  id uuid primary key,
  conversation_id uuid not null,
  name text not null,
  media_type text not null,
  size integer not null,
  created_at bigint not null
);
create table attachment_chunk (
  attachment_id uuid not null references attachment on delete cascade,
  ordinal integer not null,
  bytes bytea not null,
  primary key (attachment_id, ordinal)
);

create table agent (
  id uuid primary key,
  name text not null,
  email text not null,
  password_hash text not null,
  role text not null,
  disabled boolean not null default false,
  -- What the agent chose; whether they are connected stands in agent_connection.
  presence text not null default 'online',
  created_at bigint not null
);
create unique index agent_email on agent (lower(email));

create table staff_session (
  token_hash bytea primary key,
  agent_id uuid not null references agent on delete cascade,
  created_at bigint not null,
  expires_at bigint not null
);
create index staff_session_agent on staff_session (agent_id);

-- One row for each agent and server process that holds a connection of theirs.
create table agent_connection (
  agent_id uuid not null references agent on delete cascade,
  process_id uuid not null,
  seen_at bigint not null,
  primary key (agent_id, process_id)
);

create table agent_read (
  agent_id uuid not null references agent on delete cascade,
  conversation_id uuid not null,
  seq integer not null,
  primary key (conversation_id, agent_id)
);

-- `revision` rises with every change in commit order (writers take a lock), so that each process can follow.
create table article (
  id text primary key,
  language text not null,
  title text not null,
  similar_questions jsonb not null default '[]',
  body text not null,
  topic text not null,
  status text not null,
  version integer not null,
  translation_of text,
  source_conversation_id uuid,
  updated_at bigint not null,
  updated_by text not null,
  published_at bigint,
  revision bigint not null
);
create index article_status on article (status, updated_at desc);
create index article_revision on article (revision);
create unique index article_source on article (source_conversation_id) where source_conversation_id is not null;
create sequence article_revision_seq;

create table article_version (
  article_id text not null references article,
  version integer not null,
  language text not null,
  title text not null,
  similar_questions jsonb not null,
  body text not null,
  topic text not null,
  status text not null,
  updated_at bigint not null,
  updated_by text not null,
  primary key (article_id, version)
);

-- How often an answer cited an article, by day (UTC), counted by a reader of the log.
create table citation_count (
  article_id text not null,
  day date not null,
  count integer not null,
  primary key (article_id, day)
);

create table setting (
  name text primary key,
  value jsonb not null
);
