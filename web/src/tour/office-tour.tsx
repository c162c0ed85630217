import { useLocation, useNavigate } from '@tanstack/react-router';
import { Button, Tour } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/queries.ts';
import './tour.css';
import { stopsOf, tourOf, type Stop } from './tours.ts';
import { dismissOffer, endTour, windowIsOpen } from './touring.ts';
import { useTourKeys } from './use-tour-keys.ts';

/** Shows the page of a role, stop by stop; by keyboard as well as by mouse. */
export function OfficeTour() {
  const { id, roles } = useMe();
  const tour = tourOf(roles);
  const stops = useStopsThere(tour);
  const [opener] = useState(() => document.activeElement);
  const end = (): void => {
    dismissOffer(id);
    endTour();
    // The button of the offer is gone with it: the one in the menu stays.
    const back =
      opener instanceof HTMLElement && opener.isConnected
        ? opener
        : document.querySelector<HTMLElement>('.tour-button');
    // A window that has opened meanwhile has the focus itself.
    setTimeout(() => !windowIsOpen() && back?.focus());
  };
  if (!stops) return null;
  return <Stops stops={stops} onEnd={end} />;
}

/** Undefined until its page is there. What this office or account has not on its screen is left out. */
function useStopsThere(tour: ReturnType<typeof tourOf>): readonly Stop[] | undefined {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [stops, setStops] = useState<readonly Stop[]>();
  const isAsked = useRef(false);
  useEffect(() => {
    if (isAsked.current) return;
    isAsked.current = true;
    // It may have opened while the tour was loaded.
    if (windowIsOpen()) return endTour();
    void navigate({ to: tour.at });
  }, [navigate, tour.at]);
  useEffect(() => {
    if (stops || pathname !== tour.at) return;
    const look = (): void => {
      const all = stopsOf(tour);
      // Until then the heading is still that of the page before.
      if (document.querySelector('main h1')?.textContent !== t(all[0]!.title)) return;
      setStops(all.filter(({ target }) => document.querySelector(target)));
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [stops, pathname, tour, t]);
  return stops;
}

const LOOK_EVERY_MS = 100;

function Stops({ stops, onEnd }: { readonly stops: readonly Stop[]; readonly onEnd: () => void }) {
  const { t } = useTranslation();
  const [at, setAt] = useState(0);
  const id = useId();
  const go = (to: number): void => setAt(Math.min(Math.max(to, 0), stops.length - 1));
  useTourKeys({ onGo: (steps) => go(at + steps), onEnd });
  return (
    <Tour
      open
      animated={false}
      // Its own arrows do not turn with the writing.
      keyboard={false}
      current={at}
      onChange={go}
      onClose={onEnd}
      scrollIntoViewOptions={{ block: 'center', inline: 'center' }}
      steps={stops.map(({ key, target, title }) => ({
        title: <span id={`${id}-title`}>{t(title)}</span>,
        description: <span id={`${id}-text`}>{t(`tour.stops.${key}`)}</span>,
        target: () => document.querySelector<HTMLElement>(target) ?? document.body,
      }))}
      indicatorsRender={(current, of) => <span className="soft small">{t('tour.place', { at: current + 1, of })}</span>}
      actionsRender={() => <Actions key={at} at={at} of={stops.length} labelledBy={id} onGo={go} onEnd={onEnd} />}
    />
  );
}

interface ActionsProps {
  readonly at: number;
  readonly of: number;
  /** What their ids begin with. */
  readonly labelledBy: string;
  readonly onGo: (to: number) => void;
  readonly onEnd: () => void;
}

/** The focus goes on with the stop, and a screen reader reads what it says. */
function Actions({ at, of, labelledBy, onGo, onEnd }: ActionsProps) {
  const { t } = useTranslation();
  const forward = useRef<HTMLButtonElement>(null);
  const isLast = at === of - 1;
  useEffect(() => {
    const panel = forward.current?.closest('.ant-tour');
    panel?.setAttribute('role', 'dialog');
    panel?.setAttribute('aria-labelledby', `${labelledBy}-title`);
    forward.current?.focus({ preventScroll: true });
  }, [labelledBy]);
  return (
    <>
      {at > 0 && (
        <Button size="small" onClick={() => onGo(at - 1)}>
          {t('tour.previous')}
        </Button>
      )}
      <Button
        ref={forward}
        size="small"
        type="primary"
        aria-describedby={`${labelledBy}-text`}
        onClick={() => (isLast ? onEnd() : onGo(at + 1))}
      >
        {t(isLast ? 'tour.end' : 'tour.next')}
      </Button>
    </>
  );
}
