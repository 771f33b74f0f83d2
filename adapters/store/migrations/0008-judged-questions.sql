-- Questions of which somebody said what answers them: the regression suite of the knowledge base.
create table judged_question (
  id text primary key,
  text text not null,
  language text not null,
  -- Null: nothing should answer it.
  article_id text,
  judged_by text not null,
  judged_at bigint not null
);
create unique index judged_question_text on judged_question (language, lower(text));
