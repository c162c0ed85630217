/** Money: every fen received is in exactly one state, with an owner, and booked once. */
import { SETTLED } from './holders.ts';
import type { Invariant } from './invariant.ts';

/** Transfers whose booking holds no more: reversed, or reopened, when the linked transfer has the money. */
const TAKEN_BACK = `(select transfer_id as id from reversals
  union select links_to from transfers where link = 'reopening') as taken_back`;

export const MONEY_INVARIANTS: readonly Invariant[] = [
  {
    name: 'money-conserved',
    promise: 'received = suspense + proposed + matched + booked + returned + reversed, for each credit',
    violations: `select credits.id from credits
      left join credit_parts on credit_parts.credit_id = credits.id
        and credit_parts.state in ('suspense', 'proposed', 'matched', 'booked', 'returned', 'reversed')
      group by credits.id
      having credits.amount_fen <> coalesce(sum(credit_parts.amount_fen), 0)`,
  },
  {
    name: 'credit-received-once',
    promise: 'an entry of the bank (account, day, amount, reference) is one credit, and a credit one entry',
    violations: `select min(credits.id::text) as id from credits
      left join bank_entries on bank_entries.credit_id = credits.id
      group by credits.office_id, credits.account, credits.booked_on, credits.amount_fen, credits.serial
      having count(*) > count(distinct coalesce(bank_entries.twin, 1))
      union all
      select min(credit_id::text) from bank_entries where credit_id is not null group by credit_id having count(*) > 1`,
  },
  {
    name: 'reversal-has-its-debit',
    promise: 'what the bank has taken back is named with its debit, and no debit takes back more than it is',
    violations: `select credit_parts.id from credit_parts
      left join bank_entries on bank_entries.id = credit_parts.entry_id and bank_entries.direction = 'debit'
      where credit_parts.state = 'reversed' and bank_entries.id is null
      union all
      select bank_entries.id from bank_entries
      join credit_parts on credit_parts.entry_id = bank_entries.id
      group by bank_entries.id having sum(credit_parts.amount_fen) > bank_entries.amount_fen`,
  },
  {
    name: 'money-out-is-work',
    promise: 'each debit of the bank was somebody’s task, or pays a remittance',
    violations: `select bank_entries.id from bank_entries
      where direction = 'debit' and amount_fen > 0
        and not exists (select from tasks where tasks.kind = 'moneyOut' and tasks.about ->> 'entryId' = bank_entries.id::text)
        and not exists (select from remittances where debit_entry_id = bank_entries.id)`,
  },
  {
    name: 'booked-once',
    promise: 'a transfer is booked by one fact with one booking',
    violations: `select coalesce(facts.transfer_id, kept.transfer_id) as id
      from (select transfer_id, count(*) as facts from events where kind = 'booked' group by transfer_id) as facts
      full join (select transfer_id, count(*) as bookings from bookings group by transfer_id) as kept
        on kept.transfer_id = facts.transfer_id
      where facts.facts is distinct from 1 or kept.bookings is distinct from 1`,
  },
  {
    name: 'booking-agrees-with-money',
    promise: 'what was booked is the money that was matched; imported history has none here',
    violations: `select bookings.transfer_id as id from bookings
      join events on events.transfer_id = bookings.transfer_id and events.fact_seq = bookings.fact_seq
      left join (select transfer_id, sum(amount_fen) as fen from credit_parts where state = 'booked' group by transfer_id) as parts
        on parts.transfer_id = bookings.transfer_id
      left join ${TAKEN_BACK} on taken_back.id = bookings.transfer_id
      -- A booking that was taken back has no money any more.
      where coalesce(parts.fen, 0) <> case when taken_back.id is null then bookings.amount_fen else 0 end
        and not (events.source = 'import' and parts.fen is null)
      union all
      select credit_parts.id from credit_parts
      left join bookings on bookings.transfer_id = credit_parts.transfer_id
      left join reversals on reversals.transfer_id = credit_parts.transfer_id
      where credit_parts.state = 'booked' and bookings.transfer_id is null and reversals.transfer_id is null`,
  },
  {
    name: 'no-money-left-behind',
    promise: 'no money stays matched with a transfer that is closed',
    violations: `select credit_parts.id from credit_parts
      join transfers on transfers.id = credit_parts.transfer_id
      where credit_parts.state = 'matched' and transfers.closed_at is not null`,
  },
  {
    name: 'money-has-owner',
    promise: 'whoever owns money that waits works here',
    violations: `select credit_parts.id from credit_parts
      left join staff on staff.id = credit_parts.owner_id
      where credit_parts.state in ('suspense', 'proposed', 'matched') and staff.active is not true
        and ${SETTLED}`,
  },
];
