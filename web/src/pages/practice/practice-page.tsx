import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/queries.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { Empty } from '../../components/panel.tsx';
import { ExercisePanel } from './exercise-panel.tsx';
import { FinishedPanel } from './finished-panel.tsx';
import './practice.css';
import { useExercises } from './use-exercises.ts';

/** Exercises of one's role, each on a case made for it and judged by what was recorded. */
export function PracticePage() {
  const { t } = useTranslation();
  const may = useMay();
  const exercises = useExercises();
  return (
    <Page title={t('practice.title')}>
      <div className="stack">
        <p className="soft">{t('practice.intro')}</p>
        <Loaded query={exercises} lines={8}>
          {({ items }) => (
            <>
              {items.length === 0 && <Empty>{t('practice.none')}</Empty>}
              {items.map((exercise) => (
                <ExercisePanel key={exercise.key} exercise={exercise} />
              ))}
              {/* Beneath what is still on its way it would be pushed aside. */}
              {may('readPractice') && <FinishedPanel />}
            </>
          )}
        </Loaded>
      </div>
    </Page>
  );
}
