-- What the worker does again and again, and how it went the last time: an operator sees from the API what only the worker knows.
create table upkeep_runs (
  job text primary key,
  -- Real instants, all of them.
  ended_at timestamptz not null,
  took_ms integer not null,
  -- Since when every run has failed; null when the last one went well.
  failing_since timestamptz,
  reason text not null default '',
  found jsonb not null default '{}'::jsonb
);
