/** Three tables for the job that all contestants do: a transfer of five steps, each with a due date and ended by a fact. */
export const STEPS = 5;

export const SCHEMA = `
  create schema job;
  create table job.transfers (id text primary key, ended_at timestamptz);
  create table job.facts (transfer_id text references job.transfers, seq integer, kind text not null, at timestamptz not null default now(),
    primary key (transfer_id, seq));
  create table job.steps (transfer_id text references job.transfers, ordinal integer, due_at timestamptz not null, closed_at timestamptz,
    primary key (transfer_id, ordinal));
  create index on job.steps (due_at) where closed_at is null`;

/** Closes what the fact ends and opens what follows: one statement, prepared once for each connection. */
export const ACT = {
  name: 'act',
  text: `with closed as (update job.steps set closed_at = now() where transfer_id = $1 and ordinal = $2::integer),
    ended as (update job.transfers set ended_at = now() where id = $1 and $2::integer = ${STEPS})
    insert into job.steps (transfer_id, ordinal, due_at)
    select $1, $2::integer + 1, now() + interval '15 days' where $2::integer < ${STEPS} on conflict do nothing`,
};

export const ACCEPT = {
  name: 'accept',
  text: `with transfer as (insert into job.transfers (id) values ($1) returning id)
    insert into job.steps (transfer_id, ordinal, due_at) select id, 1, now() + interval '15 days' from transfer`,
};

/** The fact and what it brings about in one commit: no engine at all. */
export const FACT_AND_ACT = {
  name: 'fact-and-act',
  text: `with fact as (insert into job.facts (transfer_id, seq, kind) values ($1, $2::integer, 'fact')),
    closed as (update job.steps set closed_at = now() where transfer_id = $1 and ordinal = $2::integer),
    ended as (update job.transfers set ended_at = now() where id = $1 and $2::integer = ${STEPS})
    insert into job.steps (transfer_id, ordinal, due_at)
    select $1, $2::integer + 1, now() + interval '15 days' where $2::integer < ${STEPS}`,
};
