-- Sources that are brought into the knowledge base: files and sites, row by row.

create table import_site (
  id uuid primary key,
  kind text not null check (kind in ('page', 'sitemap', 'crawl')),
  address text not null unique,
  options jsonb not null,
  every text check (every in ('day', 'week')),
  next_at bigint,
  created_by text not null,
  created_at bigint not null
);

-- One reading of a source. `position` counts the rows that were dealt with, committed together with what they made.
create table knowledge_import (
  id uuid primary key,
  kind text not null check (kind in ('file', 'page', 'sitemap', 'crawl')),
  site_id uuid references import_site on delete cascade,
  name text not null,
  format text,
  bytes bigint not null default 0,
  state text not null check (state in ('uploading', 'prepared', 'queued', 'reading', 'writing', 'done', 'failed', 'cancelled')),
  failure text,
  failure_detail text not null default '',
  options jsonb not null,
  preview jsonb,
  share real not null default 0,
  position int not null default 0,
  created int not null default 0,
  updated int not null default 0,
  unchanged int not null default 0,
  rejected int not null default 0,
  vanished int not null default 0,
  created_by text not null,
  created_at bigint not null,
  ended_at bigint
);
create index knowledge_import_newest on knowledge_import (created_at desc);
create index knowledge_import_open on knowledge_import (created_at) where state in ('queued', 'reading', 'writing');

create table import_chunk (
  import_id uuid not null references knowledge_import on delete cascade,
  ordinal int not null,
  bytes bytea not null,
  primary key (import_id, ordinal)
);
alter table import_chunk alter column bytes set storage external;

create table import_rejected_row (
  import_id uuid not null references knowledge_import on delete cascade,
  ordinal int not null,
  row int not null,
  sheet text,
  problem jsonb not null,
  content jsonb not null,
  primary key (import_id, ordinal)
);

-- The addresses that a reading of a site knows of, and which of them it has dealt with.
create table import_address (
  import_id uuid not null references knowledge_import on delete cascade,
  address text not null,
  ordinal bigint generated always as identity,
  depth int not null,
  is_done boolean not null default false,
  primary key (import_id, address)
);
create index import_address_waiting on import_address (import_id, ordinal) where not is_done;

-- What was found at an address of a site the last time: an unchanged page costs nothing, a vanished one is noticed.
create table site_page (
  site_id uuid not null references import_site on delete cascade,
  address text not null,
  title text not null,
  -- Article ids with the version that the import wrote.
  articles jsonb not null,
  content_hash text not null,
  etag text,
  last_modified text,
  links jsonb not null default '[]',
  import_id uuid not null,
  is_vanished boolean not null default false,
  primary key (site_id, address)
);

create table import_change (
  import_id uuid not null references knowledge_import on delete cascade,
  address text not null,
  change text not null check (change in ('new', 'changed', 'vanished')),
  title text not null,
  article_id text,
  primary key (import_id, address)
);
