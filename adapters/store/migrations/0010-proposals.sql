-- What conversations taught and reviewers decide on. A new article's proposal has the id of its draft, which is an
-- article of its own; an addition names the article that it adds to. Derived from the log, apart from the decisions.
create table proposal (
  id text primary key,
  kind text not null check (kind in ('new', 'addition')),
  article_id text not null,
  language text not null,
  title text not null,
  similar_questions jsonb not null,
  parts jsonb not null,
  body text not null,
  topic text not null,
  -- What was taken out of it to protect people: how often, by kind.
  removed jsonb not null,
  -- Empty: extracted by rules; else the model that wrote it.
  written_by text not null default '',
  state text not null default 'waiting' check (state in ('waiting', 'accepted', 'merged', 'rejected')),
  reason text,
  decided_by text,
  decided_at bigint,
  -- The article that it became or went into.
  decided_article_id text,
  -- The proposal on the same matter that was rejected before.
  rejected_before text references proposal (id),
  created_at bigint not null,
  changed_at bigint not null
);
create index proposal_listed on proposal (state, language, changed_at desc);

-- The conversations behind a proposal. A conversation teaches once.
create table proposal_source (
  conversation_id uuid primary key,
  proposal_id text not null references proposal (id),
  question text not null,
  agent_name text not null,
  resolved_at bigint not null
);
create index proposal_source_of on proposal_source (proposal_id, resolved_at desc);

-- Drafts that were learned before there were proposals.
insert into proposal (id, kind, article_id, language, title, similar_questions, parts, body, topic, removed, created_at, changed_at)
select id, 'new', id, language, title, similar_questions, '{"steps": [], "conditions": [], "avoid": []}', body, topic, '{}', updated_at, updated_at
from article where source_conversation_id is not null and status = 'draft';
insert into proposal_source (conversation_id, proposal_id, question, agent_name, resolved_at)
select source_conversation_id::uuid, id, title, updated_by, updated_at
from article where source_conversation_id is not null and status = 'draft' on conflict do nothing;
