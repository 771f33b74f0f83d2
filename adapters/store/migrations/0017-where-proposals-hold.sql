-- What was learned in one of several inboxes is proposed for that inbox; empty: for all. A new article's proposal holds
-- where its draft does, which a reviewer may widen.
alter table proposal add column inbox_ids text[] not null default '{}';
