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
