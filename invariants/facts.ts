/** Facts and events: each once, in order, and everything that was concluded from them can be concluded again. */
import type { Invariant } from './invariant.ts';

export const FACT_INVARIANTS: readonly Invariant[] = [
  {
    name: 'command-recorded-once',
    promise: 'a command and its repetitions are one fact',
    violations: `select min(transfer_id::text) as id from events
      where idempotency_key is not null
      group by office_id, idempotency_key having count(*) > 1`,
  },
  {
    name: 'seq-gapless',
    promise: 'the events of a transfer are numbered 1, 2, 3 … up to the last that the transfer knows',
    violations: `select transfers.id from transfers
      left join (
        select transfer_id, count(*) as events, bool_or(seq <> expected) as broken
        from (select transfer_id, seq, row_number() over (partition by transfer_id order by seq) as expected from events) as numbered
        group by transfer_id
      ) as numbered on numbered.transfer_id = transfers.id
      where coalesce(numbered.events, 0) <> transfers.last_seq or numbered.broken`,
  },
  {
    name: 'fact-seq-gapless',
    promise: 'the facts of a transfer are numbered 1, 2, 3 … in the order of the events',
    violations: `select transfers.id from transfers
      left join (
        select transfer_id, count(*) as facts, bool_or(fact_seq <> expected) as broken
        from (select transfer_id, fact_seq, row_number() over (partition by transfer_id order by seq) as expected
          from events where fact_seq is not null) as numbered
        group by transfer_id
      ) as numbered on numbered.transfer_id = transfers.id
      where coalesce(numbered.facts, 0) <> transfers.last_fact_seq or numbered.broken`,
  },
  {
    name: 'acceptance-first',
    promise: 'a transfer begins once: with its acceptance, or as what goes on from one that has ended',
    violations: `select transfers.id from transfers
      left join events on events.transfer_id = transfers.id and events.kind in ('accepted', 'reopened', 'supplementOpened')
      group by transfers.id
      having count(events.seq) <> 1 or min(events.fact_seq) is distinct from 1
        or min(events.kind) is distinct from
          case transfers.link when 'reopening' then 'reopened' when 'supplement' then 'supplementOpened' else 'accepted' end`,
  },
  {
    name: 'walk-agrees',
    promise: 'no run of a procedure has come to another step than its ledger',
    violations: `select transfer_id || '#' || seq as id from events where kind = 'walkDiffered'`,
  },
  {
    name: 'letters-agree-with-facts',
    promise: 'each envelope was sent by a fact, and each such fact sent one envelope',
    violations: `select coalesce(letters.id::text, events.transfer_id::text || '#' || events.seq) as id
      from (select * from events where kind = 'letterSent') as events
      full join letters on letters.transfer_id = events.transfer_id and letters.sent_by_fact_seq = events.fact_seq
      group by letters.id, events.transfer_id, events.seq
      having letters.id is null or events.transfer_id is null
      union all
      select min(id::text) from letters group by transfer_id, sent_by_fact_seq having count(*) > 1`,
  },
  {
    name: 'import-counts-agree',
    promise: 'what an import says of its lines is what its lines say',
    violations: `select imports.id from imports
      left join import_lines on import_lines.import_id = imports.id
      where imports.state = 'done'
      group by imports.id
      having imports.lines_total <> count(import_lines.line)
        or imports.accepted <> count(*) filter (where import_lines.verdict = 'accepted')
        or imports.refused <> count(*) filter (where import_lines.verdict = 'refused')
        or imports.unchanged <> count(*) filter (where import_lines.verdict = 'unchanged')
        or imports.changed <> count(*) filter (where import_lines.verdict = 'changed')`,
  },
  {
    name: 'transfer-out-agrees',
    promise: 'where a transfer-out of an old ledger stands is what its facts tell',
    violations: `with told as (
        select transfer_id,
          min(day) filter (where kind = 'letterReceived') as received_on,
          min(day) filter (where kind = 'infoFormSent') as form_on,
          min(day) filter (where kind = 'fundSent') as fund_on,
          min(day) filter (where kind = 'relationEnded') as ended_on,
          count(*) filter (where kind = 'infoFormReissued') as reissues
        from events, lateral (select (coalesce(
            (select (later.payload ->> 'correctedOccurredAt')::timestamptz from events as later
              where later.transfer_id = events.transfer_id and later.corrects_seq = events.seq
                and later.payload ->> 'correctedOccurredAt' is not null order by later.seq desc limit 1),
            occurred_at) at time zone 'Asia/Shanghai')::date as day) as shanghai
        where kind in ('letterReceived', 'infoFormSent', 'fundSent', 'relationEnded', 'infoFormReissued')
        group by transfer_id
      )
      select transfers_out.transfer_id as id from transfers_out left join told using (transfer_id)
      where (letter_received_on, form_issued_on, remitted_on, done_on, transfers_out.reissues::bigint)
        is distinct from (received_on, form_on, fund_on, ended_on, coalesce(told.reissues, 0))`,
  },
];
