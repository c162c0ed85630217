/** Language, size of print, plain text. Before an answer they are links; an answer is drawn again by buttons, because no address may hold what it rests on. */
import { PERSON_LANGUAGES, type PersonLanguage } from '../../../domain/person-language.ts';
import { escape } from './escape.ts';
import type { StatusPage, View } from './shown.ts';
import { LANGUAGES } from './texts/index.ts';
import type { Texts } from './texts/texts.ts';

const LARGE = 'large';

/** What a form of the page sends along. */
export const viewFields = ({ language, large }: View): string =>
  `<input type="hidden" name="lang" value="${language}">${large ? `<input type="hidden" name="size" value="${LARGE}">` : ''}`;

export const isLarge = (size: string): boolean => size === LARGE;

export function viewSwitches(page: StatusPage, texts: Texts): string {
  const draw = page.ticket === undefined ? link : button;
  const switches = `<ul>${PERSON_LANGUAGES.map((language) => `<li>${languageSwitch(page, language, draw)}</li>`).join('')}</ul>
<ul><li>${draw({ ...page, large: !page.large }, escape(page.large ? texts.usualPrint : texts.largePrint))}</li>${
    page.ticket === undefined ? '' : `<li><button name="as" value="text">${escape(texts.plainText)}</button></li>`
  }</ul>`;
  const body =
    page.ticket === undefined
      ? switches
      : `<form method="post" action="/s">${viewFields(page)}<input type="hidden" name="ticket" value="${page.ticket}">${switches}</form>`;
  return `<nav aria-label="${escape(texts.languages)}">${body}</nav>${
    page.ticket === undefined ? '' : `<p><a href="${query(page)}">${escape(texts.anotherCode)}</a></p>`
  }`;
}

type Draw = (view: View, said: string, language?: PersonLanguage) => string;

function languageSwitch(page: StatusPage, language: PersonLanguage, draw: Draw): string {
  const { name, direction } = LANGUAGES[language];
  if (language === page.language)
    return `<strong lang="${language}" dir="${direction}" aria-current="true">${name}</strong>`;
  return draw({ ...page, language }, name, language);
}

const query = ({ language, large }: View): string => `/s?lang=${language}${large ? `&amp;size=${LARGE}` : ''}`;

/** Relative: a code that stands in the address stays there, and is written into no other one. */
const link: Draw = (view, said, language) =>
  `<a href="${query(view).slice('/s'.length)}"${inItself(language)}>${said}</a>`;

/** The last value of a name counts: the hidden field says how it is drawn now. */
const button: Draw = (view, said, language) =>
  language
    ? `<button name="lang" value="${language}"${inItself(language)}>${said}</button>`
    : `<button name="size" value="${view.large ? LARGE : 'usual'}">${said}</button>`;

const inItself = (language: PersonLanguage | undefined): string =>
  language ? ` lang="${language}" dir="${LANGUAGES[language].direction}"` : '';
