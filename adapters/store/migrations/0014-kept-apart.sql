-- What agents wrote in one inbox is proposed in that inbox only. What is derived is cleared and read from the log again:
-- the reader begins anew, and until it is through, figures are lower and less is proposed than before.
truncate assist_tally, agent_reply, team_sentence, agent_style;
delete from log_reader where name = 'assist';

alter table team_sentence add column inbox_id text not null;
alter table team_sentence drop constraint team_sentence_pkey;
alter table team_sentence add primary key (inbox_id, id);

alter table agent_style add column inbox_id text not null;
alter table agent_style drop constraint agent_style_pkey;
alter table agent_style add primary key (agent_id, inbox_id);

-- The version of an article that a file's import wrote or found last: what stands there now with other words was edited
-- by people since, and is not overwritten.
create table imported_article (
  article_id text primary key,
  version integer not null
);
insert into imported_article
  select v.article_id, max(v.version) from article_version v join knowledge_import i
    on i.kind = 'file' and v.updated_by = i.created_by and v.updated_at between i.created_at and coalesce(i.ended_at, v.updated_at)
  group by v.article_id;

-- What a row would have written over somebody's edit, until somebody takes it after all.
alter table import_rejected_row add column article jsonb;
alter table import_rejected_row add column taken_by text;
alter table import_rejected_row add column taken_at bigint;
