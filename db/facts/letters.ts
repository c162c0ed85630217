/** Letters: sent, delivered, returned, lost, answered. */
import { checkWaybill } from '../../domain/letters/waybill.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { DetailOf } from '../../domain/facts/new-fact.ts';
import { Refusal, refuseDefects, withDefects, type Defect } from '../../domain/errors.ts';
import { lockWaybills } from '../connection/locks.ts';
import { findPosting } from '../letters/postings.ts';
import { noteLetter, settleLetters } from '../letters/sent.ts';
import { outcomeOf } from './outcome-of.ts';
import { requireReason } from './reasons.ts';
import type { Effect, Effects, FactContext } from './effect.ts';

export const letterEffects: Effects<
  'letterSent' | 'letterDelivered' | 'letterReturned' | 'letterLost' | 'returnedByCounterpart'
> = {
  async letterSent(context) {
    const { ledger, detail, open, occurredAt, factSeq } = context;
    const waybill = await withDefects(channelDefects(context), () => requireWaybill(context));
    const attempt = open?.attempt ?? 1;
    const postedOn = await dayOfPosting(context, waybill);
    const letterId = noteLetter(ledger, {
      attempt,
      channel: detail.channel,
      waybill,
      postedOn,
      sentAt: occurredAt,
      factSeq,
    });
    return {
      // A second envelope while the first is under way begins no attempt.
      ...outcomeOf(context),
      payload: { letterId, channel: detail.channel, attempt, ...(waybill && { waybill }) },
    };
  },

  async letterDelivered(context) {
    await settle(context, 'delivered', null);
    return outcomeOf(context);
  },

  async letterReturned(context) {
    const reasonCode = await requireReason(context, context.detail.reasonCode);
    await settle(context, 'returned', reasonCode);
    return returned(context, reasonCode);
  },

  async letterLost(context) {
    await settle(context, 'lost', 'M03');
    return { ...outcomeOf(context), reasonCode: 'M03' };
  },

  async returnedByCounterpart(context) {
    const reasonCode = await requireReason(context, context.detail.reasonCode);
    await settle(context, 'delivered', null);
    return returned(context, reasonCode);
  },
};

/** What comes back while nothing waits for it is kept with an owner; between two steps the next one will see it. */
function returned(context: FactContext, reasonCode: string): Effect {
  const { open, ledger } = context;
  if (!open) return { reasonCode, parked: ledger.transfer.closed_at !== null };
  const closes = outcomeOf(context);
  return { ...closes, reasonCode, ...(closes.outcome === undefined && { parked: true }) };
}

async function settle(
  { ledger, open, occurredAt }: FactContext,
  state: 'delivered' | 'returned' | 'lost',
  failureCode: string | null,
): Promise<void> {
  const attempt = open ? open.attempt : await latestAttempt(ledger);
  settleLetters(ledger, { attempt, state, at: occurredAt, failureCode });
}

async function latestAttempt(ledger: FactContext['ledger']): Promise<number> {
  const row = await ledger.tx
    .selectFrom('letters')
    .select('attempt')
    .where('transfer_id', '=', ledger.transfer.id)
    .orderBy('attempt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.attempt ?? 1;
}

/** A number that is known within the year is a question to whoever types it: another envelope, or the same one? */
async function dayOfPosting(
  { ledger, detail, occurredAt }: FactContext<DetailOf<'letterSent'>>,
  waybill: string | null,
): Promise<string> {
  const postedOn = detail.postedOn ?? dateOf(occurredAt);
  if (waybill === null) return postedOn;
  const { tx, transfer } = ledger;
  await lockWaybills(tx, [waybill]);
  const known = await findPosting(tx, { officeId: transfer.office_id, waybill, postedOn });
  if (!known) return postedOn;
  const mayBeSame = known.transferId !== transfer.id && known.counterpartId === transfer.counterpart_id;
  if (!detail.sameEnvelope || !mayBeSame) {
    throw new Refusal(
      'waybill-known',
      'Another letter has this number: compare it, or say that both lie in one envelope.',
      {
        extra: { transferId: known.transferId, caseNo: known.caseNo, postedOn: known.postedOn, mayBeSame },
      },
    );
  }
  if (known.postedOn < dateOf(transfer.accepted_at))
    refuseDefects([
      { field: 'waybill', code: 'beforeAcceptance', message: 'That envelope left before this case was accepted.' },
    ]);
  return known.postedOn;
}

/** An office that takes letters by EMS only never sees what stands on the platform. An old ledger says what was done. */
function channelDefects({ ledger, detail, by }: FactContext<DetailOf<'letterSent'>>): Defect[] {
  if (detail.channel !== 'platform' || by.source === 'import') return [];
  if (ledger.transfer.counterpart_channel === 'platform') return [];
  return [{ field: 'channel', code: 'channel', message: 'The other office takes letters by EMS only.' }];
}

function requireWaybill({ detail, by }: FactContext<DetailOf<'letterSent'>>): string | null {
  if (detail.channel === 'platform') return null;
  // The old ledger's reader has checked it, and has taken in what it could.
  if (by.source === 'import') return detail.waybill ?? 'none';
  const checked = checkWaybill(detail.waybill ?? '');
  if (!checked.ok) {
    const missing = !detail.waybill;
    refuseDefects([
      {
        field: 'waybill',
        code: missing ? 'missing' : 'waybill',
        message: missing
          ? 'A letter by EMS needs its waybill number.'
          : 'Not a waybill number: 13 digits, or UPU S10 with a right check digit.',
      },
    ]);
    return null;
  }
  return checked.waybill;
}
