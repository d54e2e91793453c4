-- An erased account stays as an id that others refer to; nobody finds it any more.
alter table user_account add column erased_at timestamptz;
