-- What the help beside a conversation is made of. All of it is derived from the log by one reader, in the transaction
-- that moves its cursor; `revision` rises with every change, and every process follows it in memory.
create sequence assist_revision_seq;

-- Conversations that an agent solved: what was asked, what helped. Without personal data. A reopened one is gone until it
-- is solved again.
create table solved_conversation (
  conversation_id uuid primary key,
  inbox_id text not null,
  language text not null,
  -- As the customer put it, the best first.
  questions jsonb not null,
  worked text not null,
  -- What the agent wrote, message by message.
  replies jsonb not null,
  agent_name text not null,
  resolved_at bigint not null,
  rating integer,
  is_gone boolean not null default false,
  revision bigint not null
);
create index solved_conversation_revision on solved_conversation (revision);

-- Sentences that agents sent, without personal data. Who sent them is kept only to know that several did.
create table team_sentence (
  id text primary key,
  language text not null,
  text text not null,
  agents text[] not null,
  count integer not null,
  last_at bigint not null,
  revision bigint not null
);
create index team_sentence_revision on team_sentence (revision);

-- How often a piece of help was before an agent who then wrote, and how often it was taken.
create table assist_tally (
  ref text primary key,
  kind text not null,
  shown integer not null,
  taken integer not null,
  revision bigint not null
);
create index assist_tally_revision on assist_tally (revision);

-- Every reply of an agent with the kinds of help that stood beside it: the ground of the figures.
create table agent_reply (
  conversation_id uuid not null,
  seq integer not null,
  agent_id text not null,
  at bigint not null,
  shown text[] not null,
  taken text[] not null,
  edited real,
  primary key (conversation_id, seq)
);
create index agent_reply_at on agent_reply (at);

-- The latest replies of an agent, oldest first, without personal data: their tone, for a model that drafts.
create table agent_style (
  agent_id text primary key,
  replies jsonb not null
);
