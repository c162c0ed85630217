/** The insured person's page as HTML: one column, large type, no script, readable aloud from top to bottom. */
import type { TransferStatus } from '../../../db/reading/status-page.ts';
import type { Procedure } from '../../../domain/procedures/procedure.ts';
import { LANGUAGES, type Language, type Texts } from './texts.ts';

export interface StatusPage {
  readonly language: Language;
  readonly code: string;
  readonly status?: TransferStatus;
  /** Whose words the steps have. */
  readonly procedure?: Procedure | undefined;
  readonly failure?: 'wrong' | 'locked' | 'form' | 'away';
}

const STYLE = `
  :root { color-scheme: light; }
  body { margin: 0; background: #f4f5f7; color: #1b1f24; font: 1.25rem/1.6 system-ui, "Noto Sans SC", sans-serif; }
  main { max-width: 34rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
  h1 { font-size: 1.6rem; line-height: 1.3; margin: 0.5rem 0 1.5rem; }
  h2 { font-size: 1.25rem; margin: 2rem 0 0.5rem; }
  section, form { background: #fff; border: 1px solid #d0d4da; border-radius: 0.6rem; padding: 1.2rem; }
  .holder { font-size: 1.7rem; font-weight: 700; margin: 0; }
  dl { margin: 0; } dt { color: #4d5662; margin-top: 0.9rem; } dd { margin: 0; font-weight: 600; }
  ol { margin: 0; padding-left: 1.4rem; } li { padding: 0.2rem 0; } time { white-space: nowrap; }
  label { display: block; margin: 0.8rem 0 0.2rem; } small { color: #4d5662; }
  input { font: inherit; width: 100%; box-sizing: border-box; padding: 0.6rem; border: 2px solid #5b6673; border-radius: 0.4rem; letter-spacing: 0.1em; }
  button { font: inherit; font-weight: 700; margin-top: 1.2rem; width: 100%; padding: 0.8rem; border: 0; border-radius: 0.4rem; background: #0b4f9e; color: #fff; }
  input:focus, button:focus, a:focus { outline: 3px solid #f0a500; outline-offset: 2px; }
  .failure { border-left: 0.4rem solid #b3261e; background: #fdecea; padding: 0.8rem 1rem; margin: 0 0 1.2rem; }
  a { color: #0b4f9e; }
`;

export function renderStatusPage(page: StatusPage): string {
  const texts = LANGUAGES[page.language];
  return `<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${texts.title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${texts.title}</h1>
${page.status ? renderStatus(page.status, texts, wordsOf(page)) : renderForm(page, texts)}
</main>
</body>
</html>
`;
}

function renderForm({ code, failure }: StatusPage, texts: Texts): string {
  return `${failure ? `<p class="failure" role="alert">${texts[failure]}</p>` : ''}
<form method="post" action="/s">
<label for="code">${texts.code}</label>
<input id="code" name="code" value="${escape(code)}" autocomplete="off" autocapitalize="characters" maxlength="30" required>
<label for="digits">${texts.lastFour}</label>
<input id="digits" name="phoneLastFour" inputmode="numeric" pattern="[0-9]{4}" maxlength="4" autocomplete="off" aria-describedby="hint" required>
<small id="hint">${texts.lastFourHint}</small>
<button>${texts.show}</button>
</form>`;
}

type StepWords = Readonly<Record<string, string>>;

const wordsOf = ({ procedure, language }: StatusPage): StepWords => procedure?.words[language].stepsForPerson ?? {};

function renderStatus(status: TransferStatus, texts: Texts, words: StepWords): string {
  const rows: [string, string][] = status.closedOn
    ? [[texts.closed, day(status.closedOn)]]
    : [
        [texts.step, words[status.step ?? ''] ?? texts.opening],
        [texts.due, status.dueOn ? `${day(status.dueOn)} ${status.provisional ? texts.provisional : ''}` : texts.none],
        [texts.nextStep, words[status.nextStep ?? ''] ?? texts.none],
      ];
  const holder = status.closing ? texts.closings[status.closing] : texts.holders[status.holder];
  return `<section aria-labelledby="holder">
<h2 id="holder" style="margin-top:0">${texts.holder}</h2>
<p class="holder">${holder}</p>
<p>${texts.since} ${day(status.since)}</p>
<dl>${rows.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join('')}</dl>
</section>
<h2>${texts.soFar}</h2>
<section><ol>${status.milestones.map(({ kind, on }) => `<li>${day(on)} ${texts.milestones[kind] ?? ''}</li>`).join('')}</ol></section>
<h2>${texts.ask}</h2>
<section><p style="margin:0">${escape(status.office)}<br>${escape(status.stewardPost)}${status.deputyPost === null ? '' : ` (${escape(texts.deputy)} ${escape(status.deputyPost)})`}<br>
<a href="tel:${escape(status.telephone.replace(/[^\d+-]/g, ''))}">${escape(status.telephone)}</a></p></section>`;
}

const day = (date: string): string => `<time datetime="${date}">${date}</time>`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
