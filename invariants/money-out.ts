/** Money out: every fen that is to be paid is in one state and one place, moved as it may be, and left by leave of two people. */
import { SETTLED } from './holders.ts';
import type { Invariant } from './invariant.ts';

/** State, the place of money of the fiscal account in it, that of the income account. A second list, on purpose. */
const STATES = `(values
  ('planned', 'fiscalAccount', null),
  ('appliedFor', 'fiscalAccount', null),
  ('funded', 'expenditureAccount', 'incomeAccount'),
  ('released', 'expenditureAccount', 'incomeAccount'),
  ('sent', 'inTransit', 'inTransit'),
  ('confirmed', 'counterpart', 'counterpart'),
  ('bounced', 'expenditureAccount', 'incomeAccount')
) as allowed (state, of_fiscal, of_income)`;

const WAYS = `(values
  ('planned', 'appliedFor'), ('appliedFor', 'funded'), ('funded', 'released'), ('released', 'sent'), ('sent', 'confirmed'),
  ('sent', 'bounced'), ('confirmed', 'bounced'),
  ('planned', 'withdrawn'), ('appliedFor', 'withdrawn'), ('funded', 'withdrawn'), ('released', 'withdrawn')
) as ways (before, after)`;

export const MONEY_OUT_INVARIANTS: readonly Invariant[] = [
  {
    name: 'outgo-conserved',
    promise: 'what was ordered is what lies in the states, of money paid anew once; the parts of each sum to it',
    violations: `select office_id as id from (
        select office_id, coalesce(sum(amount_fen) filter (where replaces_id is null), 0) as ordered,
          coalesce(sum(amount_fen) filter (where not exists (select from remittances later where later.replaces_id = one.id)
            and (state = 'withdrawn' or state in (select state from ${STATES}))), 0) as lies
        from remittances one group by office_id) as sums
      where ordered <> lies
      union all
      select id::text from remittances where account_fen + pooled_fen + other_fen <> amount_fen`,
  },
  {
    name: 'outgo-has-place',
    promise: 'each remittance lies where its state says, and its last move says so too',
    violations: `select remittances.id from remittances
      left join ${STATES} on allowed.state = remittances.state
      where remittances.state <> 'withdrawn'
        and place is distinct from case source when 'incomeAccount' then of_income else of_fiscal end
      union
      select remittances.id from remittances
      where (state, place) is distinct from (select (move.state, move.place) from remittance_moves move
        where move.remittance_id = remittances.id order by seq desc limit 1)`,
  },
  {
    name: 'outgo-moves-as-allowed',
    promise:
      'a remittance went from state to state as it may, without a gap, each move is an event, and it pays anew only what lies there unpaid',
    violations: `select remittance_id as id from (
        select remittance_id, seq, state, lag(state) over (partition by remittance_id order by seq) as before,
          row_number() over (partition by remittance_id order by seq) as no from remittance_moves) as moved
      where seq <> no
        or (no = 1 and state not in ('planned', 'funded'))
        or (no > 1 and not exists (select from ${WAYS} where ways.before = moved.before and ways.after = moved.state))
      union
      select one.id from remittances one join remittances before on before.id = one.replaces_id
      where before.state <> 'bounced'
        and (before.state <> 'withdrawn' or before.place not in ('expenditureAccount', 'incomeAccount'))
      union
      select coalesce(moved.id, told.id) from (
          select remittance_id as id, count(*) as moves from remittance_moves group by 1) as moved
        full join (
          select (payload ->> 'remittanceId')::uuid as id, count(*) as events from (
            select payload from events where kind in ('remittancePlanned', 'remittanceMoved', 'remittanceCameBack')
            union all
            select payload from office_events where kind in ('remittancePlanned', 'remittanceMoved', 'remittanceCameBack')) as said
          group by 1) as told on told.id = moved.id
      where moves is distinct from events`,
  },
  {
    name: 'outgo-by-two',
    promise:
      'what left was released by one who had not planned it, does not credit accounts, and was confirmed by another',
    violations: `select remittances.id from remittances
      left join approvals on approvals.id = release_approval_id
      where remittances.state in ('released', 'sent', 'confirmed', 'bounced')
        and (approvals.id is null or approvals.state <> 'confirmed' or approvals.subject <> remittances.id::text
          or approvals.decided_by = planned_by or approvals.decided_by = approvals.proposed_by
          or exists (select from events where events.transfer_id = remittances.transfer_id and kind = 'booked'
            and by_staff_id in (approvals.decided_by, approvals.proposed_by)
            and events.recorded_at < approvals.decided_at))`,
  },
  {
    name: 'outgo-by-the-bank',
    promise: 'confirmed is the bank’s debit of that amount, bounced its credit, and no entry counts twice',
    violations: `select remittances.id from remittances
      left join bank_entries paid on paid.id = debit_entry_id
      left join bank_entries back on back.id = bounce_entry_id
      where (remittances.state = 'confirmed' or debit_entry_id is not null)
          and (paid.id is null or paid.direction <> 'debit' or paid.amount_fen <> remittances.amount_fen
            or exists (select from credit_parts where entry_id = paid.id))
        or (remittances.state = 'bounced') <> (back.id is not null)
        or back.id is not null and (back.direction <> 'credit' or back.amount_fen <> remittances.amount_fen or back.credit_id is not null)`,
  },
  {
    name: 'outgo-has-owner',
    promise: 'whoever has a remittance on its way works here, and one that came back is a task',
    violations: `select remittances.id from remittances
      left join staff on staff.id = remittances.owner_id
      where remittances.state not in ('confirmed', 'withdrawn') and staff.active is not true and ${SETTLED}
        and not exists (select from remittances later where later.replaces_id = remittances.id)
      union
      select id from remittances where state = 'bounced'
        and not exists (select from tasks where kind = 'bouncedRemittance' and about ->> 'remittanceId' = remittances.id::text)`,
  },
];
