-- What texts of articles mean, by an embedding model: made once for a text, whoever holds it. No text is in it.
create table text_vector (
  model text not null,
  -- SHA-256 of the text as it was sent.
  hash bytea not null,
  -- One byte a dimension, signed; times scale of length 1.
  vector bytea not null,
  scale real not null,
  -- In the order in which they were made.
  made bigint generated always as identity,
  -- When an article last held the text, to the day.
  needed_at timestamptz not null default now(),
  primary key (model, hash)
);
create index text_vector_made on text_vector (model, made);
create index text_vector_needed on text_vector (needed_at);
