/** The form that asks for code and digits, with whatever was wrong said above it and beside the field. */
import { escape } from './escape.ts';
import type { StatusPage } from './shown.ts';
import { LANGUAGES } from './texts/index.ts';
import { viewFields } from './view-switches.ts';

export function failureText({ language, failure, lockedMinutes }: StatusPage): string {
  const { texts, minutes } = LANGUAGES[language];
  if (failure === 'shape') return texts.failed;
  return failure === 'locked' ? texts.locked(minutes(lockedMinutes ?? 30)) : texts[failure ?? 'away'];
}

export function formHtml(page: StatusPage): string {
  const { texts } = LANGUAGES[page.language];
  const { code, failure, wrongFields = [] } = page;
  const defects = {
    code: wrongFields.includes('code') ? texts.codeShape : undefined,
    digits: wrongFields.includes('phoneLastFour') ? texts.digitsShape : undefined,
  };
  const links = Object.entries(defects)
    .flatMap(([id, text]) => (text === undefined ? [] : `<li><a href="#${id}">${escape(text)}</a></li>`))
    .join('');
  return `${failure ? `<div class="failure" role="alert"><p>${escape(failureText(page))}</p>${links && `<ul>${links}</ul>`}</div>` : ''}
<form method="post" action="/s" novalidate>
${viewFields(page)}
${field('code', 'code', texts.code, texts.codeHint, defects.code, `value="${escape(code)}" autocapitalize="characters" spellcheck="false" maxlength="60" dir="ltr"`)}
${field('digits', 'phoneLastFour', texts.lastFour, texts.lastFourHint, defects.digits, 'inputmode="numeric" maxlength="30" dir="ltr"')}
<button>${escape(texts.show)}</button>
</form>`;
}

function field(id: string, name: string, label: string, hint: string, defect: string | undefined, more: string) {
  const wrong = defect === undefined ? '' : `<small class="wrong" id="${id}-wrong">${escape(defect)}</small>`;
  const told = defect === undefined ? `${id}-hint` : `${id}-hint ${id}-wrong`;
  return `<label for="${id}">${escape(label)}</label>
<small id="${id}-hint">${escape(hint)}</small>${wrong}
<input id="${id}" name="${name}" ${more} autocomplete="off" aria-describedby="${told}"${wrong && ' aria-invalid="true"'} required>`;
}
