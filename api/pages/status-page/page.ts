/** The insured person's page as HTML: one column, large type, complete without a script, readable aloud from top to bottom. */
import type { TransferStatus } from '../../../db/reading/status-page.ts';
import { escape } from './escape.ts';
import { failureText, formHtml } from './form.ts';
import { drawLines, drawSaid, officeWords } from './lines.ts';
import { LANGUAGES } from './texts/index.ts';
import type { Texts } from './texts/texts.ts';
import type { StatusPage } from './shown.ts';
import { tellContact, tellStatus, type Contact } from './told.ts';
import { viewSwitches } from './view-switches.ts';

/** Where style and script lie; the page has none in itself, so that its content policy allows none. */
export const FILES = '/status-page';

export function renderStatusPage(page: StatusPage): string {
  const { direction, texts } = LANGUAGES[page.language];
  const failed = page.failure ? `${failureText(page)} – ` : '';
  return `<!doctype html>
<html lang="${page.language}" dir="${direction}"${page.large ? ' class="large"' : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(failed + texts.title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${FILES}/style.css">
<script src="${FILES}/aloud.js" defer></script>
</head>
<body>
<header>
${viewSwitches(page, texts)}
</header>
<main>
<h1>${page.contact ? `<small>${officeWords(page.contact.office)}</small> ` : ''}${escape(texts.title)}</h1>
${page.status ? statusHtml(page, page.status) : formHtml(page)}
${page.contact ? contactHtml(page.contact, texts) : ''}
${page.status ? afterwards(texts) : ''}
</main>
</body>
</html>
`;
}

function statusHtml({ language, procedure, linkedProcedures }: StatusPage, status: TransferStatus): string {
  const { texts } = LANGUAGES[language];
  const told = tellStatus(status, language, procedure, linkedProcedures);
  return `<section aria-labelledby="holder">
<h2 id="holder">${escape(texts.holder)}</h2>
<p class="holder">${escape(told.holder)}</p>
<p>${drawSaid(told.since)}</p>
${drawLines(told.lines)}
</section>
${told.goesOn.length === 0 ? '' : part('goes-on', texts.goesOn, drawLines(told.goesOn))}
${told.proofs.lines.length === 0 ? '' : part('arrivals', told.proofs.title, drawLines(told.proofs.lines))}
${part('so-far', texts.soFar, `<ol>${told.soFar.map(({ name, said }) => `<li>${drawSaid(said)} ${escape(name)}</li>`).join('')}</ol>`)}
<p class="as-of">${drawSaid(told.asOf)}</p>`;
}

const part = (id: string, heading: string, body: string): string =>
  `<section aria-labelledby="${id}"><h2 id="${id}">${escape(heading)}</h2>${body}</section>`;

const contactHtml = (contact: Contact, texts: Texts): string =>
  part('ask', texts.ask, drawLines(tellContact(contact, texts)));

/** The script shows the two buttons when the browser can do what they say. */
const afterwards = (texts: Texts): string => `<div class="afterwards">
<button type="button" id="aloud" data-stop="${escape(texts.stopReading)}" hidden>${escape(texts.readAloud)}</button>
<button type="button" id="print" hidden>${escape(texts.print)}</button>
</div>`;
