import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../panel.tsx';
import { Chart, type ChartOption } from './chart.tsx';
import './chart.css';

interface ChartedProps {
  readonly title: string;
  readonly label: string;
  readonly option: ChartOption;
  /** The same numbers, each a link to its list. */
  readonly table: ReactNode;
  readonly note?: ReactNode;
}

/** A chart with its table behind it. */
export function Charted({ title, label, option, table, note }: ChartedProps) {
  const { t } = useTranslation();
  const [showsTable, setShowsTable] = useState(false);
  return (
    <Panel
      title={title}
      aside={
        <Button size="small" onClick={() => setShowsTable(!showsTable)}>
          {t(showsTable ? 'figures.showChart' : 'figures.showTable')}
        </Button>
      }
    >
      <div className="stack tight">
        {showsTable ? table : <Chart label={label} option={option} onFailure={() => setShowsTable(true)} />}
        {note}
      </div>
    </Panel>
  );
}
