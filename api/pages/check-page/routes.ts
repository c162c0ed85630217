/** /d/{code}: the page behind the check code of a paper to another office. */
import { Router } from 'express';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { findByCheckCode } from '../../../db/documents/kept.ts';
import { kindOf } from '../../../documents/kinds/index.ts';
import type { DocumentKindName } from '../../../domain/documents/kinds.ts';
import { isStatusCode, normaliseStatusCode } from '../../../domain/ids.ts';
import { asRefusal } from '../../door/foreign-errors.ts';
import { contentPolicy } from '../../door/security-headers.ts';
import { keyOf, spendOne, tries } from '../../door/tries.ts';
import type { ApiDependencies } from '../../handling/dependencies.ts';
import { renderCheckPage, type CheckedPaper, type CheckPage } from './page.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'config'>;
type Answer = Omit<CheckPage, 'language'> & { readonly httpStatus: number };

/** Wrong codes from one address; a right one costs nothing. An office that mistypes has enough, a machine that guesses 65 bits has not. */
const WRONG_CODES = 20;
const FORGOTTEN_AFTER_SECONDS = 10 * 60;

export function checkPages(deps: Dependencies): Router {
  const policy = contentPolicy(deps.config, { inlineStyles: false });
  return Router().get(['/d', '/d/:code'], async (req, res) => {
    const typed = req.params['code'] ?? req.query['code'];
    const { httpStatus, ...page } = await answer(deps, typeof typed === 'string' ? typed : '', req.ip ?? '');
    const language = req.acceptsLanguages('zh-CN', 'zh', 'en') === 'en' ? 'en' : 'zh-CN';
    res
      .status(httpStatus)
      .set({ 'Cache-Control': 'no-store', 'Content-Language': language, Vary: 'Accept-Language' })
      .set('Content-Security-Policy', policy)
      .type('text/html; charset=utf-8')
      .send(renderCheckPage({ ...page, language }));
  });
}

async function answer({ db }: Dependencies, typed: string, address: string): Promise<Answer> {
  const code = normaliseStatusCode(typed);
  if (code === '') return { httpStatus: 200, code };
  if (!isStatusCode(code)) return { httpStatus: 422, code: typed.slice(0, 60), failure: 'shape' };
  const wrong = tries(db, { keyPrefix: 'check', points: WRONG_CODES, durationSeconds: FORGOTTEN_AFTER_SECONDS });
  try {
    const paper = await guarded(db, wrong, { code, address });
    return paper ? { httpStatus: 200, code, paper } : { httpStatus: 404, code, failure: 'unknown' };
  } catch (error) {
    const refusal = asRefusal(error);
    if (!refusal) throw error;
    if (refusal.status !== 429) return { httpStatus: refusal.status, code, failure: 'away' };
    const minutes = Math.ceil(Number(refusal.refusal.extra['retryAfterSeconds'] ?? 0) / 60);
    return { httpStatus: 429, code, failure: 'locked', lockedMinutes: minutes };
  }
}

/** Whoever has spent his tries is not told of a right code either. @throws Refusal too-many-attempts */
async function guarded(
  db: Dependencies['db'],
  wrong: RateLimiterPostgres,
  { code, address }: { readonly code: string; readonly address: string },
): Promise<CheckedPaper | undefined> {
  const key = keyOf(address);
  await spendOne(wrong, key, (minutes) => `Too many wrong codes; try again in ${minutes} minutes.`);
  const found = await findByCheckCode(db, code);
  if (!found) return undefined;
  await wrong.reward(key, 1);
  return {
    title: kindOf(found.kind as DocumentKindName).title,
    number: found.number,
    version: found.version,
    madeOn: found.made_on,
    replacedOn: found.replaced_on,
    office: found.office,
    telephone: found.telephone,
  };
}
