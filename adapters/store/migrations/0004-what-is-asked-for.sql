-- What a conversation asks of an agent beside its queue: standing, places and estimates count only who could take it,
-- and read no state for that. `skills` is the state's list as text, so that the same lists are equal.
alter table conversation
  add column language text,
  add column skills text;

update conversation set language = state->>'language', skills = coalesce(state->>'skills', '[]');
