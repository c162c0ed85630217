import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay, useMe, useOfficeDate } from '../../api/queries.ts';
import { Page } from '../../components/page.tsx';
import { TourOffer } from '../../tour/tour-offer.tsx';
import { FirstStepsLink } from '../first-steps/first-steps-link.tsx';
import { MoneyPanel } from './money-panel.tsx';
import { MonthSwitch } from './month-switch.tsx';
import { OpenWorkPanel } from './open-work-panel.tsx';
import { OutPanel } from './out-panel.tsx';
import { RatesPanel } from './rates-panel.tsx';
import { useCohort } from './use-cohort.ts';
import { ViolationsPanel } from './violations-panel.tsx';
import { VolumePanel } from './volume-panel.tsx';
import './today.css';

const route = getRouteApi('/shell/');

/** How the office stands. Every number opens exactly the cases behind it. */
export function TodayPage() {
  const { t } = useTranslation();
  const officeDate = useOfficeDate();
  return <Page title={t('today.title')}>{officeDate !== undefined && <Figures officeDate={officeDate} />}</Page>;
}

function Figures({ officeDate }: { readonly officeDate: string }) {
  const { month: asked } = route.useSearch();
  const may = useMay();
  // Simulated time runs fast; real offices need no new figure every few seconds.
  const everyMs = useMe().practice ? 3000 : 30_000;
  const cohort = useCohort(asked, officeDate, everyMs);
  return (
    <div className="stack">
      <TourOffer />
      <FirstStepsLink />
      <RatesPanel cohort={cohort} monthSwitch={<MonthSwitch month={cohort.month} current={cohort.current} to="/" />} />
      <OutPanel month={cohort.month} everyMs={everyMs} />
      <OpenWorkPanel everyMs={everyMs} />
      <div className="two-columns">
        <VolumePanel month={asked ?? cohort.current} officeDate={officeDate} everyMs={everyMs} />
        <div className="stack">
          {may('readOperations') && <ViolationsPanel everyMs={everyMs} />}
          <MoneyPanel everyMs={everyMs} />
        </div>
      </div>
    </div>
  );
}
