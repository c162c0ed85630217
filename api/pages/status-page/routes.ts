/** /s/{code}: the page behind the slip and the SMS. Code and digits travel in the body. */
import { fileURLToPath } from 'node:url';
import express, { Router, type Request, type Response } from 'express';
import { PERSON_LANGUAGES, type PersonLanguage } from '../../../domain/person-language.ts';
import type { ApiDependencies } from '../../handling/dependencies.ts';
import { contentPolicy } from '../../door/security-headers.ts';
import { answerTicket, answerTyped, type Answer } from './answer.ts';
import { keepOfficeContact } from './office-contact.ts';
import { FILES, renderStatusPage } from './page.ts';
import { renderPlainText } from './plain-text.ts';
import type { View } from './shown.ts';
import { readTyped } from './typed.ts';
import { isLarge } from './view-switches.ts';

type Dependencies = Pick<ApiDependencies, 'db' | 'keyring' | 'config'>;
type Fields = Readonly<Record<string, unknown>>;

const FILES_FOLDER = fileURLToPath(new URL('./files', import.meta.url));

export function statusPages(deps: Dependencies): Router {
  const officeContact = keepOfficeContact(deps.db);
  const policy = contentPolicy(deps.config, { inlineStyles: false });
  const send = async (req: Request, res: Response, asked: Fields, { httpStatus, page }: Answer): Promise<void> => {
    const whole = { ...page, ...viewOf(req, asked), contact: page.contact ?? (await officeContact()) };
    const plain = lastOf(asked['as']) === 'text' || req.accepts(['html', 'text']) === 'text';
    res
      .status(httpStatus)
      .set({ 'Cache-Control': 'no-store', 'Content-Language': whole.language, Vary: 'Accept-Language, Accept' })
      .set('Content-Security-Policy', policy)
      .type(plain ? 'text/plain; charset=utf-8' : 'text/html; charset=utf-8')
      .send(plain ? renderPlainText(whole) : renderStatusPage(whole));
  };
  return Router()
    .use(FILES, express.static(FILES_FOLDER, { index: false, maxAge: '10m', fallthrough: false }))
    .get(['/s', '/s/:code'], async (req, res) => {
      const { shownCode } = readTyped({ code: lastOf(req.params['code']), phoneLastFour: '' });
      await send(req, res, req.query, { httpStatus: 200, page: { code: shownCode } });
    })
    .post(['/s', '/s/:code'], express.urlencoded({ extended: false, limit: '4kb' }), async (req, res) => {
      const fields = (req.body ?? {}) as Fields;
      const ticket = lastOf(fields['ticket']);
      const code = lastOf(fields['code']) || lastOf(req.params['code']);
      const answer = ticket
        ? await answerTicket(deps, ticket)
        : await answerTyped(deps, { code, phoneLastFour: lastOf(fields['phoneLastFour']) });
      await send(req, res, fields, answer);
    });
}

/** A button that was pressed comes after the hidden field of the same name. */
function lastOf(value: unknown): string {
  const last: unknown = Array.isArray(value) ? value.at(-1) : value;
  return typeof last === 'string' ? last.trim() : '';
}

/** The language that was asked for, else the browser's; Chinese where that is none of ours. */
function viewOf(req: Request, asked: Fields): View {
  const wanted = lastOf(asked['lang']) || req.acceptsLanguages('zh-CN', 'zh', 'en', 'ko', 'vi', 'fa');
  const language = PERSON_LANGUAGES.find((known) => known === wanted) ?? ('zh-CN' satisfies PersonLanguage);
  return { language, large: isLarge(lastOf(asked['size'])) };
}
