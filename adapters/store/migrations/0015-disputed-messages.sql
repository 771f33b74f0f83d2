-- Messages that the configured model understands otherwise than Tandem, derived from the log, for people to judge. The id
-- says which words (of a handoff: which message), so that reading the log again, and the same words again, make no second
-- row; what was judged or left out stays, so that it does not come back.
create table disputed_message (
  id text collate "C" primary key,
  model text not null,
  -- Without personal data.
  text text not null,
  -- Both as examples are labelled, each with a share from 0 to 1 where there is one.
  tandem text not null,
  tandem_share double precision,
  opinion text not null,
  opinion_share double precision,
  opinion_by text not null,
  conversation_id uuid not null,
  seq integer not null,
  at bigint not null,
  -- Of handoffs: the probability that was predicted at the message, before any recalibration.
  predicted double precision,
  -- Null while nobody judged, and where the message was left out.
  judged_as text,
  judged_by text,
  judged_at bigint
);
create index disputed_message_open on disputed_message (at desc, id desc) where judged_at is null;
-- What a correction at the desk says of the same message settles it.
create index training_example_corrected on training_example (conversation_id, seq) where source = 'correction';
