/** Whether a paper that claims to come from this office does: one column, complete without a script, nothing of a person. */
import { FILES } from '../status-page/page.ts';
import { escape } from '../status-page/escape.ts';
import { TEXTS, type CheckLanguage } from './texts.ts';

export interface CheckedPaper {
  readonly title: string;
  readonly number: string;
  readonly version: number;
  readonly madeOn: string;
  /** Null: it stands. */
  readonly replacedOn: string | null;
  readonly office: string;
  readonly telephone: string;
}

export interface CheckPage {
  readonly language: CheckLanguage;
  readonly code: string;
  readonly paper?: CheckedPaper | undefined;
  readonly failure?: 'unknown' | 'shape' | 'locked' | 'away' | undefined;
  readonly lockedMinutes?: number;
}

export function renderCheckPage(page: CheckPage): string {
  const texts = TEXTS[page.language];
  return `<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(texts.title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${FILES}/style.css">
</head>
<body>
<main>
<h1>${escape(texts.title)}</h1>
${page.failure ? `<div class="failure" role="alert"><p>${escape(failureText(page))}</p></div>` : ''}
${page.paper ? paperHtml(page.paper, page.language) : formHtml(page)}
</main>
</body>
</html>
`;
}

function failureText({ language, failure, lockedMinutes = 10 }: CheckPage): string {
  const texts = TEXTS[language];
  return failure === 'locked' ? texts.locked(lockedMinutes) : texts[failure ?? 'away'];
}

function paperHtml(paper: CheckedPaper, language: CheckLanguage): string {
  const texts = TEXTS[language];
  const lines: readonly (readonly [string, string])[] = [
    [texts.kind, paper.title],
    [texts.number, paper.number],
    [texts.version, String(paper.version)],
    [texts.day, paper.madeOn],
    [texts.office, paper.office],
    [texts.telephone, paper.telephone],
  ];
  const said = paper.replacedOn === null ? texts.valid : texts.replaced(paper.replacedOn);
  return `<section aria-labelledby="verdict">
<h2 id="verdict">${escape(said)}</h2>
<dl>${lines.map(([name, value]) => `<dt>${escape(name)}</dt><dd><bdi>${escape(value)}</bdi></dd>`).join('')}</dl>
</section>
<p>${escape(texts.nothingMore)}</p>`;
}

function formHtml({ language, code }: CheckPage): string {
  const texts = TEXTS[language];
  return `<form method="get" action="/d">
<label for="code">${escape(texts.code)}</label>
<small id="code-hint">${escape(texts.hint)}</small>
<input id="code" name="code" value="${escape(code)}" maxlength="60" autocapitalize="characters" spellcheck="false" autocomplete="off" aria-describedby="code-hint" dir="ltr" required>
<button>${escape(texts.check)}</button>
</form>`;
}
