import { Button } from 'antd';
import { useEffect, useId, useRef, useState, type FormEvent, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { checkWaybill, normaliseWaybill } from '../../../../domain/letters/waybill.ts';
import type { ToPost } from './posting.ts';
import { ScannerSays, type Said } from './scanner-says.tsx';
import type { Desk } from './use-desk.ts';
import { mayShare, usePosting, type Envelope } from './use-posting.ts';

interface ScannerProps {
  readonly desk: Desk;
  readonly field: RefObject<HTMLInputElement | null>;
}

/** As long as a number is: what is wrong with it is said before anybody presses Enter. */
const WHOLE = 13;

/** A field for a scanner that types a number and Enter. Nobody has to leave it: arrows choose, the space bar ticks, Escape says no. */
export function Scanner({ desk, field }: ScannerProps) {
  const { t } = useTranslation();
  const [id, hint] = [useId(), useId()];
  const [text, setText] = useState('');
  const [said, setSaid] = useState<Said>();
  const posting = useEnvelopes(desk, setSaid);
  useEffect(() => field.current?.focus({ preventScroll: true }), [field]);

  const type = (typed: string): void => {
    setText(typed);
    const checked = checkWaybill(typed);
    const isWhole = normaliseWaybill(typed).length >= WHOLE;
    setSaid(isWhole && !checked.ok ? { kind: 'defect', defect: checked.defect } : undefined);
  };
  const send = (envelope: Envelope): void => {
    setText('');
    posting.post(envelope);
  };
  const submit = (event?: FormEvent): void => {
    event?.preventDefault();
    field.current?.focus();
    field.current?.select();
    if (posting.isPending) return setSaid({ kind: 'busy' });
    if (text.trim() === '') return said?.kind === 'question' ? send(said.envelope) : undefined;
    const checked = checkWaybill(text);
    if (!checked.ok) return setSaid({ kind: 'defect', defect: checked.defect });
    if (desk.envelope.length === 0) return setSaid({ kind: 'nothing' });
    send({ rows: desk.envelope, waybill: checked.waybill });
  };
  const refuse = (): void => {
    setText('');
    setSaid(undefined);
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = keyActs(desk, { empty: text === '', refuse })[event.key];
    if (!act || event.nativeEvent.isComposing) return;
    event.preventDefault();
    act();
  };
  return (
    <div className="stack tight no-print">
      <form className="row scanner" onSubmit={submit}>
        <label htmlFor={id}>{t('facts.fields.waybill')}</label>
        <input
          id={id}
          ref={field}
          className="number"
          value={text}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
          aria-describedby={hint}
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
        />
        <Button htmlType="submit" loading={posting.isPending}>
          {t('post.record')}
        </Button>
        <Target envelope={desk.envelope} />
      </form>
      <p id={hint} className="soft small">
        {t('post.keys')}
      </p>
      <ScannerSays
        said={said}
        onYes={(envelope) => {
          field.current?.focus();
          send(envelope);
        }}
        onNo={refuse}
      />
    </div>
  );
}

function keyActs(
  desk: Desk,
  { empty, refuse }: { readonly empty: boolean; readonly refuse: () => void },
): Readonly<Partial<Record<string, () => void>>> {
  const { chosen } = desk;
  return {
    ArrowDown: () => desk.move(1),
    ArrowUp: () => desk.move(-1),
    Escape: refuse,
    ...(empty && chosen && { ' ': () => desk.tick(chosen) }),
  };
}

/** Posts one envelope at a time, and says what came of it. */
function useEnvelopes(desk: Desk, say: (said: Said) => void) {
  const recorded = useRef<readonly ToPost[]>([]);
  const posting = usePosting((row, rows) => {
    recorded.current = [...recorded.current, row];
    desk.take(row, rows);
  });
  const post = (envelope: Envelope): void => {
    recorded.current = [];
    posting.mutate(envelope, {
      onSuccess: () => say({ kind: 'posted', envelope }),
      onError: (error) => say(stopped(envelope, recorded.current, error)),
    });
  };
  return { post, isPending: posting.isPending };
}

/** A number that is known with the same office is a question about the letters that are left; all else is refused. */
function stopped(envelope: Envelope, posted: readonly ToPost[], error: unknown): Said {
  const rest = { ...envelope, rows: envelope.rows.filter((row) => !posted.includes(row)) };
  const known = mayShare(error);
  if (!known) return { kind: 'refused', error, posted, envelope: rest };
  return { kind: 'question', known, posted, envelope: { ...rest, sameEnvelope: true } };
}

/** For which letters the next number is, heard as it changes. */
function Target({ envelope }: { readonly envelope: readonly ToPost[] }) {
  const { t } = useTranslation();
  const [first, ...others] = envelope;
  return (
    <span role="status" className="target">
      {first &&
        t(others.length === 0 ? 'post.for' : 'post.forTogether', {
          cases: envelope.map(({ caseNo }) => caseNo).join(', '),
          office: first.counterpart.name,
          count: envelope.length,
        })}
    </span>
  );
}
