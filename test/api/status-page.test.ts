/** The insured person's page as it travels: no browser, no script. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { PERSON_LANGUAGES } from '../../domain/person-language.ts';
import { redeemTicket } from '../../api/pages/status-page/ticket.ts';
import { LANGUAGES } from '../../api/pages/status-page/texts/index.ts';
import { correctContact } from '../../db/counter/correct-contact.ts';
import { AGREED, aFormOut, APPROVED, aTransferOut, CHECKED, outHand, SENT } from '../builders/letters-in.ts';
import { testKeyring } from '../builders/office.ts';
import { aPlan, comesBack, isDebited, isReleased, isSent, saysOf, todayOf } from '../builders/remittances.ts';
import { aTransferWithCode } from '../builders/status-code.ts';
import { walk } from '../builders/walk.ts';
import { startApi, type TestApi } from '../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
  await api.db
    .updateTable('staff')
    .set({ post: '发函岗', telephone: '010-66001122' })
    .where('id', '=', api.office.staff.clerk)
    .execute();
});
afterAll(() => api.stop());

const page = (path: string, headers: Record<string, string> = {}) => api.anonymous.raw(path, { headers });
const send = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  api.anonymous.raw('/s', {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields).toString(),
  });
const ticketOf = (text: string): string => /name="ticket" value="([^"]+)"/.exec(text)![1]!;
const aCode = () => aTransferWithCode(api.db, api.office);

describe('before a code is known', () => {
  test('it speaks the language of the browser, Chinese to everybody else, and any of the five by a link', async () => {
    for (const [asked, language] of [
      ['zh-CN,zh;q=0.9', 'zh-CN'],
      ['en-GB,en', 'en'],
      ['ko-KR', 'ko'],
      ['vi', 'vi'],
      ['fa-IR', 'fa'],
      ['fr', 'zh-CN'],
    ] as const) {
      const { status, text, headers } = await page('/s/ABCDEFGHJKMNP', { 'Accept-Language': asked });
      expect([asked, status, headers.get('Content-Language')]).toEqual([asked, 200, language]);
      expect(text).toContain(LANGUAGES[language].texts.title);
      expect(text).toContain('value="ABCDEFGHJKMNP"');
      for (const other of PERSON_LANGUAGES.filter((one) => one !== language))
        expect(text).toContain(`<a href="?lang=${other}"`);
    }
    const linked = await page('/s/ABCDEFGHJKMNP?lang=fa', { 'Accept-Language': 'en' });
    expect(linked.text).toContain('<html lang="fa" dir="rtl">');
  });

  test('it sets no cookie, writes no code into an address, and runs nothing that stands in the page', async () => {
    const { code } = await aCode();
    for (const { text, headers } of [await page(`/s/${code}`), await send({ code, phoneLastFour: '5678' })]) {
      expect(headers.get('Set-Cookie')).toBeNull();
      expect(headers.get('Cache-Control')).toBe('no-store');
      expect(headers.get('Content-Security-Policy')).not.toContain('unsafe-inline');
      expect(text).not.toMatch(/<style|\sstyle=|\son\w+=|<script>/i);
      expect(text).not.toMatch(new RegExp(`(href|action|src)="[^"]*${code}`));
    }
    for (const file of ['style.css', 'aloud.js']) expect((await page(`/status-page/${file}`)).status).toBe(200);
    expect(api.log.join('')).not.toContain(code);
  });

  test('names office and telephone, also in large print', async () => {
    const { text } = await page('/s?size=large&lang=en');
    for (const words of ['class="large"', '样例区社会保险事业管理中心', 'tel:010-66000000', 'Usual print'])
      expect(text).toContain(words);
  });
});

describe('what was typed', () => {
  test.each([
    [
      'full-width',
      (code: string) => code.replace(/./g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
      '５６７８',
    ],
    [
      'with blanks and hyphens',
      (code: string) => ` ${code.slice(0, 4)} ${code.slice(4, 8)}-${code.slice(8)} `,
      ' 5 6 78 ',
    ],
    [
      'in Persian digits',
      (code: string) => code.replace(/\d/g, (one) => String.fromCharCode(0x6f0 + Number(one))),
      '۵۶۷۸',
    ],
    ['in small letters', (code: string) => code.toLowerCase(), '5678'],
  ])('is taken %s', async (_how, write, phoneLastFour) => {
    const { code } = await aCode();
    expect((await send({ code: write(code), phoneLastFour })).status).toBe(200);
  });

  test.each(PERSON_LANGUAGES)('is told apart from what a code looks like, both fields at once, in %s', async (lang) => {
    const { texts } = LANGUAGES[lang];
    const { status, text } = await send({ code: 'ABC-1', phoneLastFour: '56789', lang });
    expect(status).toBe(422);
    expect(text).toContain(`<a href="#code">${texts.codeShape}`);
    expect(text).toContain(`<a href="#digits">${texts.digitsShape}`);
    expect(text).toContain('value="ABC-1"');
    expect(text).not.toContain('56789');
    expect(`${texts.codeShape}${texts.wrong}`).toMatch(/13|۱۳/);
  });

  test('comes back only where it is harmless', async () => {
    const odd = await send({ code: '"><script>alert(1)</script>', phoneLastFour: '1' });
    expect(odd.status).toBe(422);
    expect(odd.text + (await page('/s/%3Cscript%3Ealert(1)')).text).not.toContain('alert(');
  });

  test('says the same of a wrong code and of wrong digits', async () => {
    const { code } = await aCode();
    const [digits, unknown] = [
      await send({ code, phoneLastFour: '0000', lang: 'en' }),
      await send({ code: 'ZZZZZZZZZZZZZ', phoneLastFour: '5678', lang: 'en' }),
    ];
    expect([digits.status, unknown.status]).toEqual([404, 404]);
    expect(digits.text.replaceAll(code, 'ZZZZZZZZZZZZZ')).toBe(unknown.text);
    expect(unknown.text).toContain('A code has 13 digits and letters');
  });
});

describe('the answer', () => {
  test.each(PERSON_LANGUAGES)(
    'says who holds it, since when, what next, what has arrived and whom to ask, in %s',
    async (lang) => {
      const { texts, day } = LANGUAGES[lang];
      const { id, code } = await aCode();
      const the = walk(api.db, api.office, id);
      await the.open('review');
      await the.say('reviewer', { kind: 'reviewed', outcome: 'eligible' });
      await the.open('liaisonLetter');
      await the.say('letterClerk', {
        kind: 'letterSent',
        channel: 'ems',
        waybill: `222222222222${String(PERSON_LANGUAGES.indexOf(lang))}`,
      });
      const { body } = await api.anonymous.post(`/status/${code}`, { phoneLastFour: '5678' });
      const status = body as { since: string; dueOn: string; asOf: string };
      const { text } = await send({ code, phoneLastFour: '5678', lang });
      for (const words of [
        texts.holders.courier,
        texts.since(day(status.since)),
        day(status.dueOn),
        texts.asOf(day(status.asOf)),
        texts.arrived.infoFormReceived,
        texts.notYet,
        texts.milestones.letterSent,
        '发函岗',
        '010-66001122',
      ])
        expect(text).toContain(words);
      expect(text).not.toMatch(/特别的名|5678|110102|222222222222|undefined|>(delivery|formAndFunds)</);
    },
  );

  describe('of a transfer-out', () => {
    const codeOf = async (transferId: string): Promise<string> => {
      const { officeId, staff } = api.office;
      const by = { officeId, transferId, byStaffId: staff.clerk };
      await correctContact(api.db, testKeyring, { ...by, mobile: '13912345678' });
      const row = api.db.selectFrom('transfers').select('status_code').where('id', '=', transferId);
      return (await row.executeTakeFirstOrThrow()).status_code;
    };
    const milestonesOf = async (code: string) =>
      (await api.anonymous.post(`/status/${code}`, { phoneLastFour: '5678' })).body;
    const told = async (code: string, lang: string): Promise<string> =>
      (await send({ code, phoneLastFour: '5678', lang }, { Accept: 'text/plain' })).text;

    test('says when the letter came and when form and money left, in each language, and what was sent again', async () => {
      const id = await aTransferOut(api);
      const [the, code] = [outHand(api, id), await codeOf(id)];
      for (const lang of PERSON_LANGUAGES) {
        const { texts, day } = LANGUAGES[lang];
        const text = await told(code, lang);
        expect(text).toContain(`${texts.departed.letterReceived}: ${texts.arrivedOn(day('2026-01-05'))}`);
        for (const kind of ['infoFormSent', 'fundSent'] as const)
          expect(text).toContain(`${texts.departed[kind]}: ${texts.notSentYet}`);
        expect(text).not.toContain(texts.arrivals);
      }
      await the.said('clerk', CHECKED);
      await the.said('entryClerk', aFormOut());
      await the.said('reviewer', APPROVED);
      await the.said('finance', AGREED);
      await the.said('finance', { kind: 'fundSent', amountFen: aFormOut().totalFen });
      await the.said('letterClerk', SENT);
      await the.said('clerk', { kind: 'disputeReceived', reasonCode: 'F03' });
      const { milestones, nothingDue } = await milestonesOf(code);
      expect(milestones.map(({ kind }: { kind: string }) => kind)).toEqual([
        'letterReceived',
        'fundSent',
        'infoFormSent',
        'disputeReceived',
      ]);
      expect(nothingDue).toBe(false);
      for (const lang of PERSON_LANGUAGES) {
        const { texts } = LANGUAGES[lang];
        const text = await told(code, lang);
        expect(text).not.toContain(texts.notSentYet);
        expect(text).toContain(texts.milestones.disputeReceived);
        expect(text).not.toMatch(/undefined|样例转|25000|relationEnd\b/);
      }
    });

    test('does not say that money left which lies here again, and then the day on which it was paid anew', async () => {
      const [{ db, office }, id] = [api, await aTransferOut(api)];
      const [the, code] = [outHand(api, id), await codeOf(id)];
      await the.said('clerk', CHECKED);
      await the.said('entryClerk', aFormOut(80_00, 20_00));
      await the.said('reviewer', APPROVED);
      await the.said('finance', AGREED);
      const { texts, day } = LANGUAGES.en;
      const notYet = `${texts.departed.fundSent}: ${texts.notSentYet}`;
      const first = await aPlan(db, office, { transferId: id });
      await isSent(db, office, first);
      expect(await told(code, 'en')).toContain(notYet);
      await isDebited(db, office, first);
      const today = await todayOf(db);
      const leftOn = (on: string): string => `${texts.departed.fundSent}: ${texts.sentOn(day(on))}`;
      expect(await told(code, 'en')).toContain(leftOn(today));
      await comesBack(db, office, first);
      expect(await told(code, 'en')).toContain(notYet);
      expect((await milestonesOf(code)).milestones.map(({ kind }: { kind: string }) => kind)).toEqual([
        'letterReceived',
      ]);
      const anew = await aPlan(db, office, { replacesId: first, payeeAccount: '0200000000000000001' });
      await isReleased(db, office, anew);
      await saysOf(db, office, anew, 'sent');
      expect(await told(code, 'en')).toContain(notYet);
      await sql`update office_clock set office_anchor = office_anchor + interval '3 days'`.execute(db);
      onTestFinished(async () => {
        await sql`update office_clock set office_anchor = office_anchor - interval '3 days'`.execute(db);
      });
      await isDebited(db, office, anew, { payerAccount: '0200000000000000001' });
      const on = await todayOf(db);
      expect(await told(code, 'en')).toContain(leftOn(on));
      expect((await milestonesOf(code)).milestones.at(-1)).toEqual({ kind: 'fundSent', on });
      expect(on > today).toBe(true);
    });

    test('says that nothing is to be paid, and the day that a correction has given to a fact', async () => {
      const id = await aTransferOut(api);
      const [the, code] = [outHand(api, id), await codeOf(id)];
      await the.said('clerk', CHECKED);
      await the.said('entryClerk', aFormOut(0, 0));
      await the.said('reviewer', APPROVED);
      await the.said('finance', { kind: 'remittanceChecked', outcome: 'covered' });
      const { texts } = LANGUAGES.en;
      expect(await told(code, 'en')).toContain(`${texts.departed.fundSent}: ${texts.nothingDue}`);
      await sql`insert into events (transfer_id, seq, fact_seq, office_id, kind, source, occurred_at, corrects_seq, payload)
        select t.id, t.last_seq + 1, t.last_fact_seq + 1, t.office_id, 'corrected', 'staff', office_now(), e.seq,
          jsonb_build_object('correctedOccurredAt', '2026-01-04T10:00:00+08:00')
        from transfers t join events e on e.transfer_id = t.id and e.kind = 'letterReceived' where t.id = ${id}`.execute(
        api.db,
      );
      expect((await milestonesOf(code)).milestones[0]).toEqual({ kind: 'letterReceived', on: '2026-01-04' });
    });
  });

  test('is drawn again in another language, larger or as text, without the digits and without a code in the address', async () => {
    const { code } = await aCode();
    const first = await send({ code, phoneLastFour: '5678', lang: 'en' });
    const ticket = ticketOf(first.text);
    const persian = await send({ ticket, lang: 'fa', size: 'large' });
    expect([persian.status, persian.text.includes('lang="fa" dir="rtl" class="large"')]).toEqual([200, true]);
    const plain = await send({ ticket, lang: 'ko', as: 'text' });
    expect(plain.headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
    expect(plain.text).toContain(`${LANGUAGES.ko.texts.holder}: ${LANGUAGES.ko.texts.holders.ourOffice}`);
    expect(plain.text).not.toContain('<');
  });

  test('is plain text for whoever asks for that', async () => {
    const { code } = await aCode();
    const asked = await page('/s?lang=en', { Accept: 'text/plain' });
    expect(asked.text).toContain('phoneLastFour');
    const wrong = await send({ code: 'A', phoneLastFour: '', lang: 'en' }, { Accept: 'text/plain' });
    expect([wrong.status, wrong.text.includes(LANGUAGES.en.texts.codeShape)]).toEqual([422, true]);
    const told = await send({ code, phoneLastFour: '5678', lang: 'en' }, { Accept: 'text/plain' });
    expect(told.text).toMatch(
      /^Progress of your pension transfer\n\nWho holds it now: Our office\nsince \d+ \w+ \d{4}\n/,
    );
  });

  test('needs the digits again when the proof is old, forged or another’s', async () => {
    const { code } = await aCode();
    const ticket = ticketOf((await send({ code, phoneLastFour: '5678' })).text);
    expect(redeemTicket(testKeyring, ticket)).toBe(code);
    expect(redeemTicket(testKeyring, ticket, Date.now() + 21 * 60_000)).toBeUndefined();
    for (const none of [
      `${ticket.slice(0, -4)}AAAA`,
      'x',
      testKeyring.seal(`9999999999999 ${code}`).toString('base64url'),
    ]) {
      const { status, text } = await send({ ticket: none, lang: 'en' });
      expect([status, text.includes(LANGUAGES.en.texts.again)]).toEqual([403, true]);
    }
    await api.db
      .updateTable('transfers')
      .set({ status_code: 'ZZZZZZZZZZZZY' })
      .where('status_code', '=', code)
      .execute();
    expect((await send({ ticket })).status).toBe(404);
  });

  test('after locking still says how long, and the steward’s post and telephone', async () => {
    const { code } = await aCode();
    for (const digits of ['0001', '0002', '0003', '0004', '0005']) await send({ code, phoneLastFour: digits });
    const { status, text } = await send({ code, phoneLastFour: '5678', lang: 'vi' });
    expect(status).toBe(429);
    for (const words of ['30 phút', '发函岗', 'tel:010-66001122']) expect(text).toContain(words);
    expect(text).not.toContain('特别的名');
  });
});
