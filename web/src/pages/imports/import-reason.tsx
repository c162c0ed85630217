import { knownText } from '../../i18n/known-text.ts';
import { importReason, type Said } from './reason-words.ts';

/** Why a cell, a row or a file was refused, or how it was read. */
export function ImportReason(said: Said) {
  const { words, more } = importReason(said, knownText);
  return (
    <>
      {words}
      {more !== '' && (
        <span className="soft small" lang="en">
          {' '}
          {more}
        </span>
      )}
    </>
  );
}

/** Of a file that was not read: each defect on a line, its code first, then its column where there is one. */
export function ImportFailure({ said }: { readonly said: string }) {
  return said.split('\n').map((line) => {
    const [code = '', ...sentence] = line.split(': ');
    return (
      <div key={line} className="small">
        <ImportReason field="" code={code} sentence={sentence.join(': ') || line} />
      </div>
    );
  });
}
