-- What customers asked the assistant and what became of it, derived from the log without personal data: reading the log
-- again makes the same rows.
create table asked_question (
  conversation_id uuid not null,
  seq integer not null,
  -- In the order in which rows came; a row that changes keeps its number.
  number bigint not null generated always as identity,
  at bigint not null,
  language text not null,
  text text not null,
  outcome text not null,
  causes text[] not null,
  article_id text,
  rival_id text,
  agent_ms bigint not null,
  -- Words that can name a matter.
  words text[] not null,
  -- What is asked for and no article offers.
  wanted_key text,
  wanted text,
  topic_id text,
  primary key (conversation_id, seq)
);
create unique index asked_question_number on asked_question (number);
create index asked_question_at on asked_question (at);
create index asked_question_topic on asked_question (topic_id, at);
create index asked_question_new on asked_question (number) where topic_id is null;

-- Questions that ask the same. An id never changes; one that went into another says into which.
create table question_topic (
  id text primary key,
  language text not null,
  name text not null,
  size integer not null,
  length double precision not null,
  terms jsonb not null,
  merged_into text,
  -- The draft that somebody began from it.
  article_id text,
  created_at bigint not null
);

-- What somebody said is no gap, no demand or no trouble, and why. It stays said.
create table insight_dismissal (
  kind text not null,
  key text not null,
  reason text not null,
  by text not null,
  at bigint not null,
  primary key (kind, key)
);

-- A topic that rises or rose. One that stands is not raised again.
create table rising_alert (
  id uuid primary key,
  -- The topics (`t:` and an id) and words (`w:` and the word) that rise together.
  series text[] not null,
  name text not null,
  language text not null,
  started_at bigint not null,
  raised_at bigint not null,
  updated_at bigint not null,
  ended_at bigint,
  figures jsonb not null,
  examples jsonb not null,
  article_id text,
  acknowledged_by text,
  acknowledged_at bigint,
  dismissed_by text,
  dismissed_at bigint,
  dismissed_reason text
);
create index rising_alert_raised on rising_alert (raised_at desc);
