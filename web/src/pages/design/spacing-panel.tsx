import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel.tsx';
import { useMeasured } from './measured.ts';

/** What stands between parts, measured on the classes that put it there. */
export function SpacingPanel() {
  const { t } = useTranslation();
  return (
    <Panel title={t('design.spacing')}>
      <div className="row space-samples">
        <Space name="gap" className="stack" read={rowGap} />
        <Space name="tight" className="stack tight" read={rowGap} />
        <Space name="radius" className="panel" read={radius} />
      </div>
    </Panel>
  );
}

interface SpaceProps {
  readonly name: 'gap' | 'tight' | 'radius';
  readonly className: string;
  readonly read: (style: CSSStyleDeclaration) => string;
}

function Space({ name, className, read }: SpaceProps) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const size = useMeasured(frame, 'div', read);
  return (
    <div ref={frame}>
      <p className="soft small">
        {t(`design.spaces.${name}`)} <span className="number">{size}</span>
      </p>
      <div className={className} aria-hidden="true">
        <span className="block" />
        <span className="block" />
      </div>
    </div>
  );
}

const rowGap = (style: CSSStyleDeclaration): string => style.rowGap;
const radius = (style: CSSStyleDeclaration): string => style.borderTopLeftRadius;
