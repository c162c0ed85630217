import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { Panel } from '../../components/panel.tsx';
import { useAppearance } from '../../styles/appearance.ts';
import { contrast } from '../../styles/contrast.ts';
import type { Pair } from '../../styles/pairs.ts';
import { colourNow } from './measured.ts';

interface ColoursPanelProps {
  readonly title: string;
  readonly pairs: readonly Pair[];
  readonly least: number;
}

interface Measured {
  readonly on: string;
  readonly colour: string;
  readonly ratio: number;
}

/** What stands on what, and how well it is seen. */
export function ColoursPanel({ title, pairs, least }: ColoursPanelProps) {
  const { t } = useTranslation();
  useAppearance();
  const rows = pairs.flatMap(({ on, colours }) =>
    colours.map((colour): Measured => ({ on, colour, ratio: contrast(colourNow(colour), colourNow(on)) })),
  );
  const columns: Column<Measured>[] = [
    { key: 'sample', title: t('design.columns.sample'), render: (row) => <Swatch {...row} isText={least > 3} /> },
    { key: 'colour', title: t('design.columns.colour'), render: ({ colour }) => <code>{colour}</code> },
    { key: 'on', title: t('design.columns.ground'), render: ({ on }) => <code>{on}</code> },
    { key: 'ratio', title: t('design.columns.contrast'), right: true, render: ({ ratio }) => ratio.toFixed(2) },
    { key: 'least', title: t('design.columns.least'), right: true, render: () => least.toFixed(1) },
  ];
  return (
    <Panel title={title}>
      <DataTable caption={title} columns={columns} rows={rows} rowKey={({ on, colour }) => `${on} ${colour}`} />
    </Panel>
  );
}

function Swatch({ on, colour, isText }: Measured & { readonly isText: boolean }) {
  const { t } = useTranslation();
  const [ink, ground] = [`var(--${colour})`, `var(--${on})`];
  return (
    <span className="swatch" style={{ background: ground, color: ink, borderColor: isText ? 'transparent' : ink }}>
      {isText && t('design.sample')}
    </span>
  );
}
