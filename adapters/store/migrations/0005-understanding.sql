-- Rows that models learn from or are measured by. What is derived from the log has an id that says from where, so that
-- reading the log again makes the same row; a removed row stays as a stone, so that it never comes back by itself.
-- Examples out of articles are derived when they are needed; of those only the removed are kept here.
create table training_example (
  -- By code points, as pages of the list are cut.
  id text collate "C" primary key,
  model text not null,
  text text not null,
  label text not null,
  source text not null,
  conversation_id uuid,
  seq integer,
  author text not null,
  at bigint not null,
  is_frozen boolean not null,
  -- Of handoffs: the probability that was predicted at the message, before any recalibration.
  predicted double precision,
  changed_at bigint not null,
  removed_at bigint,
  removed_by text
);
create index training_example_listed on training_example (model, at desc, id desc) where removed_at is null;
create index training_example_changed on training_example (model, changed_at);

-- Every training of a model with its figures; the weights of old ones are let go.
create table model_version (
  model text not null,
  version integer not null,
  trained_at bigint not null,
  author text,
  examples integer not null,
  frozen integer not null,
  figures jsonb not null,
  before jsonb not null,
  is_refused boolean not null,
  weights bytea,
  primary key (model, version)
);

-- What is in force, who asked for a training, and when one was tried last. `revision` rises with every change of what
-- is in force, back and forth.
create table learned_model (
  model text primary key,
  in_force integer not null default 0,
  revision integer not null default 0,
  requested_at bigint,
  requested_by text,
  tried_at bigint not null default 0,
  is_training boolean not null default false
);
insert into learned_model (model) values ('intent'), ('emotion'), ('handoff');
