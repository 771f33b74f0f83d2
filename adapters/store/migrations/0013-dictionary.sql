-- The installation's own words, version by version; nothing is changed or deleted.
create table dictionary_version (
  version integer primary key,
  words jsonb not null,
  synonyms jsonb not null,
  saved_by text not null,
  saved_at bigint not null
);
