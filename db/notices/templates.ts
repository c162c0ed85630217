/** Messages as the office words them, each from a day on; the latest that has begun holds. */
import { sql } from 'kysely';
import {
  DEFAULT_TEMPLATES,
  TEMPLATE_KINDS,
  TEMPLATE_LANGUAGES,
  type TemplateKind,
  type TemplateLanguage,
} from '../../domain/notices/template.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { appendOfficeEvent } from '../ledger/append-event.ts';
import { staffRef } from '../office/staff.ts';

/** Part of a statement over the notice `n`: the office's own text for it today; null: ours. */
export const TEMPLATE_OF_NOTICE = sql<string | null>`(select nullif(m.text, '') from message_templates m
  where m.office_id = n.office_id and m.kind = case when n.recipient = 'formerNumber' then 'formerNumber' else n.kind end
    and m.language = case when n.language in ('zh-CN', 'en') then n.language else 'zh-CN' end
    and m.valid_from <= office_date(office_now())
  order by m.valid_from desc, m.changed_at desc limit 1)`;

interface Row {
  kind: TemplateKind;
  language: TemplateLanguage;
  text: string;
  valid_from: string;
  changed_at: Date;
  begun: boolean;
  by_id: string;
  by_name: string;
  by_post: string;
}

/** Of every kind and language what holds today and what comes. */
export async function listTemplates(db: Db, officeId: string) {
  const { rows } = await sql<Row>`
    select distinct on (m.kind, m.language, m.valid_from) m.kind, m.language, m.text, m.valid_from, m.changed_at,
      m.valid_from <= office_date(office_now()) as begun, staff.id as by_id, staff.display_name as by_name, staff.post as by_post
    from message_templates m join staff on staff.id = m.changed_by
    where m.office_id = ${officeId}
    order by m.kind, m.language, m.valid_from desc, m.changed_at desc`.execute(db);
  return TEMPLATE_KINDS.flatMap((kind) =>
    TEMPLATE_LANGUAGES.map((language) => {
      const own = rows.filter((row) => row.kind === kind && row.language === language);
      const standard = DEFAULT_TEMPLATES[language][kind];
      const now = own.find(({ begun }) => begun);
      return {
        kind,
        language,
        standard,
        now: now ? asVersion(now, standard) : null,
        ahead: own
          .filter(({ begun }) => !begun)
          .reverse()
          .map((row) => asVersion(row, standard)),
      };
    }),
  );
}

const asVersion = (row: Row, standard: string) => ({
  text: row.text === '' ? standard : row.text,
  isStandard: row.text === '',
  fromDay: row.valid_from,
  changedBy: staffRef(row.by_id, row.by_name, row.by_post),
  changedAt: row.changed_at.toISOString(),
});

interface NewTemplate {
  readonly kind: TemplateKind;
  readonly language: TemplateLanguage;
  readonly text: string;
  readonly fromDay: string;
}

/** Our own text again is kept as none, so that it goes on with ours. */
export async function putTemplate(
  tx: Tx,
  { kind, language, text, fromDay }: NewTemplate,
  by: { readonly officeId: string; readonly byStaffId: string },
): Promise<void> {
  await tx
    .insertInto('message_templates')
    .values({
      office_id: by.officeId,
      kind,
      language,
      text: text === DEFAULT_TEMPLATES[language][kind] ? '' : text,
      valid_from: fromDay,
      changed_by: by.byStaffId,
    })
    .execute();
  await appendOfficeEvent(tx, { ...by, kind: 'messageTemplateChanged', payload: { kind, language, fromDay } });
}
