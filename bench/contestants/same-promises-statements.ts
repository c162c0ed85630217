/** Tables and statements of the hand-written server that keeps the same promises. What stands open is on the row that is locked. */
export const SCHEMA = `
  create table staff (id uuid primary key default gen_random_uuid(), username text not null unique, role text not null, away boolean not null default false);
  create table sessions (token_hash bytea primary key, staff_id uuid not null references staff, expires_at timestamptz not null);
  create table special_days (day date primary key, works boolean not null);
  create table case_numbers (month text primary key, last_number integer not null);
  create table transfers (
    id uuid primary key, case_no text not null unique, person jsonb not null, counterpart text not null, steward_id uuid not null references staff,
    accepted_at timestamptz not null, closed_at timestamptz, last_seq integer not null, last_fact_seq integer not null,
    ordinal integer not null, step text, owner_id uuid references staff, done_by jsonb not null default '{}', form_fen bigint, money_fen bigint);
  create table steps (
    transfer_id uuid not null references transfers, ordinal integer not null, step text not null, owner_id uuid not null references staff,
    opened_at timestamptz not null, due_on date not null, closed_at timestamptz, outcome text, closed_by uuid references staff,
    primary key (transfer_id, ordinal));
  create index open_step on steps (transfer_id) where closed_at is null;
  create index work_list on steps (owner_id, due_on) where closed_at is null;
  create table events (
    transfer_id uuid not null references transfers, seq integer not null, fact_seq integer, kind text not null, step_ordinal integer,
    payload jsonb not null, answer jsonb, by_staff_id uuid references staff, occurred_at timestamptz not null, recorded_at timestamptz not null,
    idempotency_key text, body_hash bytea, primary key (transfer_id, seq));
  create unique index said_once on events (idempotency_key) where idempotency_key is not null;
  create table outbox (
    id bigint generated always as identity primary key, transfer_id uuid not null references transfers, fact_seq integer not null,
    payload jsonb not null, created_at timestamptz not null default now(), sent_at timestamptz);
  create index unsent on outbox (id) where sent_at is null;
  create table credits (id uuid primary key default gen_random_uuid(), amount_fen bigint not null, transfer_id uuid references transfers);
`;

export const STAFF = 'select id, role from staff where not away';
export const SPECIAL_DAYS = 'select day::text, works from special_days';
export const LOADS =
  'select owner_id as id, count(*)::integer as open from steps where closed_at is null group by owner_id';

/** The row is read as it is when the lock is held: what stands open is on it, not in another table. */
export const LOCK = {
  name: 'lock',
  text: `with held as (
      select id, steward_id as "stewardId", closed_at as "closedAt", last_seq as "lastSeq", last_fact_seq as "lastFactSeq",
        ordinal, step, done_by as "doneBy", form_fen as "formFen", money_fen as "moneyFen"
      from transfers where id = $1 for update
    )
    select held.*, caller.id as "callerId", caller.role, said.answer as told, said.body_hash as "toldHash"
    from (select) as once
    left join held on true
    left join (select staff.id, staff.role from sessions join staff on staff.id = staff_id
      where token_hash = $2 and expires_at > now()) as caller on true
    left join events as said on said.idempotency_key = $3`,
};

export const CALLER = {
  name: 'caller',
  text: `select staff.id as "callerId", staff.role, said.answer as told, said.body_hash as "toldHash"
    from sessions join staff on staff.id = staff_id left join events as said on said.idempotency_key = $2
    where token_hash = $1 and expires_at > now()`,
};

export const TAKE = {
  name: 'take',
  text: 'update credits set transfer_id = $2 where id = $1 and transfer_id is null returning amount_fen as "amountFen"',
};

/** Everything that a fact leaves behind; a step is closed where a word ends it ($6), and opened where one follows ($7). */
export const WRITE = {
  name: 'write',
  text: `with closed as (
      update steps set closed_at = $5, outcome = $6, closed_by = $4
      where transfer_id = $1 and ordinal = $2::integer and $6::text is not null
    ), opened as (
      insert into steps (transfer_id, ordinal, step, owner_id, opened_at, due_on)
      select $1, $2::integer + 1, $7, $8, $5, $9 where $7::text is not null
    ), told as (
      insert into events
        (transfer_id, seq, fact_seq, kind, step_ordinal, payload, answer, by_staff_id, occurred_at, recorded_at, idempotency_key, body_hash)
      select $1, $3::integer + 1, $10::integer, $11, $2, $12::jsonb, $13::jsonb, $4::uuid, $5, now(), $14, $15::bytea
      union all
      select $1, $3::integer + 2, null, 'stepOpened', $2::integer + 1,
        jsonb_build_object('step', $7::text, 'ownerId', $8::uuid, 'dueOn', $9::date), null, null, $5, now(), null, null
      where $7::text is not null
    ), message as (
      insert into outbox (transfer_id, fact_seq, payload)
      values ($1, $10, jsonb_build_object('kind', $11::text, 'closed', $6::text, 'open', $7::text, 'dueOn', $9::date))
    )
    update transfers set last_fact_seq = $10, last_seq = $3::integer + case when $7::text is null then 1 else 2 end,
      ordinal = case when $7::text is null then ordinal else ordinal + 1 end,
      step = coalesce($7, step), owner_id = coalesce($8, owner_id),
      done_by = $16::jsonb, form_fen = $17, money_fen = $18,
      closed_at = case when $6::text is not null and $7::text is null then $5::timestamptz end
    where id = $1`,
};

/** The month's number comes last, in the same statement: its row is held until the commit. */
export const ACCEPT = {
  name: 'accept',
  text: `with number as (
      insert into case_numbers (month, last_number) values ($2, 1)
      on conflict (month) do update set last_number = case_numbers.last_number + 1
      returning month || lpad(last_number::text, 6, '0') as case_no
    ), transfer as (
      insert into transfers
        (id, case_no, person, counterpart, steward_id, accepted_at, last_seq, last_fact_seq, ordinal, step, owner_id)
      select $1, case_no, $3::jsonb, $4, $5, $6, 2, 1, 1, $7, $8 from number
    ), opened as (
      insert into steps (transfer_id, ordinal, step, owner_id, opened_at, due_on) values ($1, 1, $7, $8, $6, $9)
    ), told as (
      insert into events
        (transfer_id, seq, fact_seq, kind, payload, answer, by_staff_id, occurred_at, recorded_at, idempotency_key, body_hash)
      values ($1, 1, 1, 'accepted', '{}', $10::jsonb, $5::uuid, $6, now(), $11, $12::bytea),
        ($1, 2, null, 'stepOpened', jsonb_build_object('step', $7::text, 'ownerId', $8::uuid, 'dueOn', $9::date),
          null, null, $6, now(), null, null)
    )
    insert into outbox (transfer_id, fact_seq, payload)
    values ($1, 1, jsonb_build_object('kind', 'accepted', 'open', $7::text, 'dueOn', $9::date))`,
};
