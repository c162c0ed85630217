import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page.tsx';
import { LEAST, SHAPES, TEXTS } from '../../styles/pairs.ts';
import { ColoursPanel } from './colours-panel.tsx';
import { ControlsPanel } from './controls-panel.tsx';
import { LinePanelSample } from './line-sample.tsx';
import { MarksPanel } from './marks-panel.tsx';
import { SpacingPanel } from './spacing-panel.tsx';
import { StatesPanel } from './states-panel.tsx';
import { TableSample } from './table-sample.tsx';
import { TypePanel } from './type-panel.tsx';
import './design.css';

/** Every part that pages are made of, in each of its states: the parts themselves, not pictures of them. */
export function DesignPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('design.title')}>
      <div className="stack design">
        <p className="soft">{t('design.text')}</p>
        <TypePanel />
        <SpacingPanel />
        <ControlsPanel />
        <MarksPanel />
        <LinePanelSample />
        <StatesPanel />
        <TableSample />
        <ColoursPanel title={t('design.colours')} pairs={TEXTS} least={LEAST.text} />
        <ColoursPanel title={t('design.shapes')} pairs={SHAPES} least={LEAST.shape} />
      </div>
    </Page>
  );
}
