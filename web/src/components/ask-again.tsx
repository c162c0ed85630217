import { Button } from 'antd';
import { useEffect, useRef, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isNowhere } from './focus.ts';

interface AskAgainProps {
  /** What it does, and that it stays so. */
  readonly question: string;
  /** What is done, in the words of the button that was pressed. */
  readonly yes: string;
  readonly busy?: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/**
 * Before what nobody takes back. It stands in place of the button, inside an element of their own; the way back is first
 * and has the focus, so that a second press of Enter does nothing.
 */
export function AskAgain({ question, yes, busy = false, onYes, onNo }: AskAgainProps) {
  const { t } = useTranslation();
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const around = back.current?.closest('.ask-again')?.parentElement;
    back.current?.focus();
    return () => {
      // Whoever went back stands where the button was again.
      setTimeout(() => {
        if (isNowhere(document.activeElement)) around?.querySelector('button')?.focus();
      });
    };
  }, []);
  return (
    <div role="group" aria-label={question} className="ask-again">
      <p>{question}</p>
      <div className="row">
        <Button ref={back} onClick={once(onNo)}>
          {t('common.back')}
        </Button>
        <Button danger loading={busy} onClick={once(onYes)}>
          {yes}
        </Button>
      </div>
    </div>
  );
}

/** The second click of a double one was meant for the button that stood here before. */
const once =
  (act: () => void) =>
  ({ detail }: MouseEvent): void => {
    if (detail < 2) act();
  };
