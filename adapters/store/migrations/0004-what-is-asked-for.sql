-- What a conversation asks of an agent beside its queue: standing, places and estimates count only who could take it,
-- and read no state for that.
alter table conversation
  add column language text,
  add column skills jsonb;

update conversation set language = state->>'language', skills = coalesce((state->'skills')::jsonb, '[]');
