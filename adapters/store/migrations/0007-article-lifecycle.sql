-- Articles for some, for a time: whom a version is for, when it answers, who looks after it.
alter table article
  add column audience text not null default 'everyone',
  add column inbox_ids text[] not null default '{}',
  add column products text[] not null default '{}',
  -- Epoch milliseconds; null is no limit.
  add column effective_from bigint,
  add column expires_at bigint,
  add column owner_id uuid,
  add column review_at bigint,
  -- A published version of it answers now or will: kept by the writer from article_version.answers.
  add column answers boolean not null default false,
  -- What a search in the console looks through letter by letter; what stands in the text is asked of the index in memory.
  add column words text generated always as
    (lower(title || E'\n' || similar_questions::text || E'\n' || id)) stored;

alter table article_version
  add column audience text not null default 'everyone',
  add column inbox_ids text[] not null default '{}',
  add column products text[] not null default '{}',
  add column effective_from bigint,
  add column expires_at bigint,
  add column owner_id uuid,
  add column review_at bigint,
  add column translation_of text,
  -- Answers now or later (core/knowledge/in-force.ts), and from when on no more: its own end or its successor's beginning.
  add column answers boolean not null default false,
  add column ends_at bigint;

-- An article without versions was put there by other hands; it gets the one that it has.
insert into article_version
  (article_id, version, language, title, similar_questions, body, topic, status, updated_at, updated_by, translation_of)
select id, version, language, title, similar_questions, body, topic, status, updated_at, updated_by, translation_of
from article on conflict do nothing;
update article_version v set answers = true from article a
where a.id = v.article_id and a.version = v.version and a.status = 'published';
update article set answers = true where status = 'published';

create index article_recent on article (updated_at desc, id);
create index article_counts on article (status, answers);
create index article_products on article (products) where products <> '{}';
create index article_topic on article (topic);
create index article_translation on article (translation_of) where translation_of is not null;
create index article_owner on article (owner_id) where owner_id is not null;
create index article_review on article (review_at) where review_at is not null;
create index article_version_answers on article_version (article_id) where answers;
create index article_version_ends on article_version (ends_at) where answers and ends_at is not null;
create index article_version_begins on article_version (effective_from) where answers and effective_from is not null;
