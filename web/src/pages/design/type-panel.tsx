import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel.tsx';
import { useMeasured } from './measured.ts';

const KINDS = ['page', 'panel', 'group', 'text', 'small', 'holder'] as const;
type Kind = (typeof KINDS)[number];

/** The sizes of letters: six, and no other. */
export function TypePanel() {
  const { t } = useTranslation();
  return (
    <Panel title={t('design.type')}>
      <ul className="samples">
        {KINDS.map((kind) => (
          <Sample key={kind} kind={kind} />
        ))}
      </ul>
    </Panel>
  );
}

function Sample({ kind }: { readonly kind: Kind }) {
  const { t } = useTranslation();
  const line = useRef<HTMLDivElement>(null);
  const size = useMeasured(line, 'p', sizeOf);
  return (
    <li>
      <span className="soft small">
        {t(`design.types.${kind}`)} <span className="number">{size}</span>
      </span>
      <div ref={line}>{inKind(kind, t('design.sample'))}</div>
    </li>
  );
}

const sizeOf = (style: CSSStyleDeclaration): string => `${style.fontSize} / ${style.fontWeight}`;

/** A page has one heading of the first kind only, and this is another's: drawn alike, read as text. */
function inKind(kind: Kind, text: string): ReactNode {
  switch (kind) {
    case 'page':
      return <p className="like-h1">{text}</p>;
    case 'panel':
      return <p className="like-h2">{text}</p>;
    case 'group':
      return <p className="like-h3">{text}</p>;
    case 'holder':
      return (
        <div className="holder">
          <p className="sentence">{text}</p>
        </div>
      );
    case 'small':
      return <p className="soft small">{text}</p>;
    case 'text':
      return <p>{text}</p>;
  }
}
