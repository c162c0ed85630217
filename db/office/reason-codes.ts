/** Why something comes back, waits or ends: dated rows. */
import type { FactKind } from '../../domain/facts/facts.ts';
import { isReasonCode, type Effect } from '../../domain/facts/reason-codes.ts';
import { REASON_WORDS } from '../../domain/facts/reason-words.ts';
import type { Db } from '../connection/connection.ts';

export async function listReasonCodes(db: Db, on: string) {
  const rows = await db
    .selectFrom('reason_codes')
    .select(['code', 'step', 'zh', 'en', 'effect', 'consumes_attempt as consumesAttempt'])
    .select(['other_effect as otherEffect', 'ground', 'places'])
    .where('valid_from', '<=', on)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', on)]))
    .orderBy('code')
    .execute();
  return rows.map((row) => ({
    ...row,
    ...furtherWords(row),
    effect: row.effect as Effect,
    otherEffect: row.otherEffect as Effect | null,
    places: row.places as FactKind[],
  }));
}

/** What an office has added to the reasons it was shipped with has only the words of its row. */
function furtherWords({ code, zh }: { code: string; zh: string }) {
  const { ko, vi, fa } = REASON_WORDS;
  return isReasonCode(code) ? { ko: ko[code], vi: vi[code], fa: fa[code] } : { ko: zh, vi: zh, fa: zh };
}
