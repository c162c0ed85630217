/** The same as plain text: for a telephone that reads aloud, for a terminal, and for whoever copies it into a message. */
import { failureText } from './form.ts';
import type { StatusPage } from './shown.ts';
import { LANGUAGES } from './texts/index.ts';
import { tellContact, tellStatus, type Line, type Said } from './told.ts';

export function renderPlainText(page: StatusPage): string {
  const { texts } = LANGUAGES[page.language];
  const parts = [
    [texts.title],
    page.status ? statusText(page) : formText(page),
    page.contact ? [texts.ask, ...tellContact(page.contact, texts).map(lineText)] : [],
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function statusText({ language, status, procedure, linkedProcedures }: StatusPage): string[] {
  const { texts } = LANGUAGES[language];
  const told = tellStatus(status!, language, procedure, linkedProcedures);
  const goesOn = told.goesOn.length === 0 ? [] : ['', texts.goesOn, ...told.goesOn.map(lineText)];
  const { title, lines } = told.proofs;
  const proofs = lines.length === 0 ? [] : ['', title, ...lines.map(lineText)];
  return [
    `${texts.holder}: ${told.holder}`,
    saidText(told.since),
    ...told.lines.map(lineText),
    ...goesOn,
    ...proofs,
    '',
    texts.soFar,
    ...told.soFar.map(({ name, said }) => `${saidText(said)} ${name}`),
    '',
    saidText(told.asOf),
  ];
}

function formText(page: StatusPage): string[] {
  const { texts } = LANGUAGES[page.language];
  const { failure, wrongFields = [] } = page;
  const defects = [
    wrongFields.includes('code') ? texts.codeShape : [],
    wrongFields.includes('phoneLastFour') ? texts.digitsShape : [],
  ].flat();
  return [failure ? failureText(page) : [], defects, texts.howToAsk].flat();
}

const lineText = ({ name, said }: Line): string => `${name}: ${saidText(said)}`;

function saidText(said: Said): string {
  if (typeof said === 'string') return said;
  if ('day' in said) return said.say(said.day);
  return 'office' in said ? said.office : said.telephone;
}
