/** /s/{code}: the page behind the slip and the SMS. Code and digits travel in the body. */
import express, { Router, type Request, type Response } from 'express';
import { proceduresOf } from '../../../db/connection/procedures.ts';
import { readStatus } from '../../../db/reading/status-page.ts';
import { cleanText, foldNumber } from '../../../domain/folded-text.ts';
import type { ApiDependencies } from '../../handling/dependencies.ts';
import { asRefusal } from '../../door/foreign-errors.ts';
import { statusGuesses } from '../../door/status-guesses.ts';
import { renderStatusPage, type StatusPage } from './page.ts';
import type { Language } from './texts.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring'>;

interface Answer {
  readonly httpStatus: number;
  readonly page: Omit<StatusPage, 'language'>;
}

const CODE = /^[\w\s-]{10,30}$/;

export const statusPages = (deps: Dependencies): Router =>
  Router()
    .get(['/s', '/s/:code'], (req, res) => {
      const code = cleanText(textOf(req.params['code']));
      send(req, res, { httpStatus: 200, page: { code: CODE.test(code) ? code : '' } });
    })
    .post(['/s', '/s/:code'], express.urlencoded({ extended: false, limit: '2kb' }), async (req, res) => {
      const fields = (req.body ?? {}) as Record<string, unknown>;
      const code = cleanText(textOf(fields['code']) || textOf(req.params['code']));
      send(req, res, await answer(deps, code, foldNumber(textOf(fields['phoneLastFour']))));
    });

async function answer({ db, keyring }: Dependencies, code: string, phoneLastFour: string): Promise<Answer> {
  if (!CODE.test(code) || !/^\d{4}$/.test(phoneLastFour)) {
    return { httpStatus: 422, page: { code: CODE.test(code) ? code : '', failure: 'form' } };
  }
  try {
    const status = await readStatus(db, keyring, statusGuesses(db), { code, phoneLastFour });
    return { httpStatus: 200, page: { code, status, procedure: proceduresOf(db).find(status.procedure) } };
  } catch (error) {
    const refused = asRefusal(error);
    if (!refused) throw error;
    return { httpStatus: refused.status, page: { code, failure: FAILURES[refused.status] ?? 'away' } };
  }
}

const FAILURES: Readonly<Record<number, StatusPage['failure']>> = { 404: 'wrong', 429: 'locked' };

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** The page of a language; Chinese unless the browser prefers English. */
function languageOf(req: Request): Language {
  return req.acceptsLanguages('zh-CN', 'zh', 'en') === 'en' ? 'en' : 'zh-CN';
}

function send(req: Request, res: Response, { httpStatus, page }: Answer): void {
  const language = languageOf(req);
  res
    .status(httpStatus)
    .set({ 'Cache-Control': 'no-store', 'Content-Language': language, Vary: 'Accept-Language' })
    .type('text/html; charset=utf-8')
    .send(renderStatusPage({ ...page, language }));
}
