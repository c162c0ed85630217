/** The office's own wording of messages, each from a day on. */
import { Router } from 'express';
import { listTemplates, putTemplate } from '../../db/notices/templates.ts';
import { readNow } from '../../db/office/clock.ts';
import { refuseDefects, type Defect } from '../../domain/errors.ts';
import { templateDefects, type TemplateDefect } from '../../domain/notices/template.ts';
import type { ApiDependencies } from '../handling/dependencies.ts';
import type { BodyOf, Handler } from '../handling/handler.ts';

type Dependencies = Pick<ApiDependencies, 'db'>;

export const messageTemplatesRoutes = (deps: Dependencies): Router =>
  Router().get('/message-templates', list(deps)).put('/message-templates', put(deps));

const list =
  ({ db }: Dependencies): Handler<'listMessageTemplates'> =>
  async (_req, res) => {
    res.json({ items: await listTemplates(db, res.locals.me.officeId) });
  };

const put =
  ({ db }: Dependencies): Handler<'putMessageTemplate'> =>
  async (req, res) => {
    const { officeId, id: byStaffId } = res.locals.me;
    refuseDefects(defectsOf(req.body, (await readNow(db)).today));
    await db.transaction().execute((tx) => putTemplate(tx, req.body, { officeId, byStaffId }));
    res.json({ items: await listTemplates(db, officeId) });
  };

const SAID: Readonly<Record<TemplateDefect['code'], string>> = {
  lacks: 'What must be filled in is missing',
  unknownField: 'Nothing can be filled in here',
  notHere: 'Whoever gets this must not read it',
  brace: 'A brace stands alone.',
  link: 'A message holds no address of a page: nobody could tell it from a fraud.',
  tooLong: 'At most 300 characters.',
};

/** One for each kind of mistake, with every word that it is made with. */
function defectsOf({ kind, language, text, fromDay }: BodyOf<'putMessageTemplate'>, today: string): Defect[] {
  const found = templateDefects(kind, language, text);
  const codes = [...new Set(found.map(({ code }) => code))];
  const inText = codes.map((code): Defect => {
    const words = found.flatMap((one) => (one.code === code && one.word !== undefined ? [`{${one.word}}`] : []));
    return { field: 'text', code, message: words.length === 0 ? SAID[code] : `${SAID[code]}: ${words.join(', ')}` };
  });
  const past = { field: 'fromDay', code: 'past', message: 'What was sent cannot be worded anew.' };
  return fromDay < today ? [...inText, past] : inText;
}
