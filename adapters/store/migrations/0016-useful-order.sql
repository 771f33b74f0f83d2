-- The order of what a search finds is learned further, from what agents sent and what helped customers.
insert into learned_model (model) values ('retrieval');
