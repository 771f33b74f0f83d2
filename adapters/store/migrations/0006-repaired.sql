-- A state that was derived anew beside a running server: nobody takes it for the one they wrote last.
alter table conversation add column repaired boolean not null default false;
