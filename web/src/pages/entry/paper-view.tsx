import { Button } from 'antd';
import { useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/types.ts';

interface PaperViewProps {
  readonly paper: Schemas['Paper'];
  readonly address: string;
}

/** One paper in a frame of its own: whatever its size, nothing beside it moves. */
export function PaperView({ paper, address }: PaperViewProps) {
  return paper.mediaType === 'application/pdf' ? (
    <PdfView paper={paper} address={address} />
  ) : (
    <ImageView paper={paper} address={address} />
  );
}

/** The browser's own viewer has pages, zoom and turning. */
function PdfView({ paper, address }: PaperViewProps) {
  const { t } = useTranslation();
  return (
    <>
      <p className="soft small paper-tools">
        {t('entry.paper.pdf')} <OwnWindow address={address} />
      </p>
      <iframe className="paper-view" src={`${address}#view=FitH&navpanes=0`} title={paper.kind} />
    </>
  );
}

function OwnWindow({ address }: { readonly address: string }) {
  const { t } = useTranslation();
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {t('entry.paper.ownWindow')}
    </a>
  );
}

const STEP = 1.25;
const LEAST = 0.2;
const MOST = 6;

function ImageView({ paper, address }: PaperViewProps) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState(1);
  const [turned, setTurned] = useState(0);
  const [size, setSize] = useState<{ readonly width: number; readonly height: number }>();
  const [failed, setFailed] = useState(false);
  const across = turned % 180 !== 0;
  const by = (factor: number): void => setZoom((now) => Math.min(MOST, Math.max(LEAST, now * factor)));
  const turn = (): void => setTurned((now) => (now + 90) % 360);
  const fitPage = (): void => setZoom(wholeZoom(frame, size, across));
  const onKeyDown = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): void => {
    if (ctrlKey || metaKey || altKey) return;
    if (key === '+' || key === '=') by(STEP);
    if (key === '-') by(1 / STEP);
    if (key === '0') setZoom(1);
    if (key === 'r' || key === 'R') turn();
  };
  const ratio = size && (across ? size.height / size.width : size.width / size.height);
  return (
    <>
      <div className="paper-tools row" role="group" aria-label={t('entry.paper.tools')}>
        <Button size="small" onClick={() => by(STEP)} aria-label={t('entry.paper.larger')}>
          +
        </Button>
        <Button size="small" onClick={() => by(1 / STEP)} aria-label={t('entry.paper.smaller')}>
          −
        </Button>
        <span className="small number zoom" aria-live="polite">
          {Math.round(zoom * 100)} %
        </span>
        <Button size="small" onClick={() => setZoom(1)}>
          {t('entry.paper.fitWidth')}
        </Button>
        <Button size="small" onClick={fitPage}>
          {t('entry.paper.fitPage')}
        </Button>
        <Button size="small" onClick={turn}>
          {t('entry.paper.turn')}
        </Button>
        <OwnWindow address={address} />
      </div>
      <div
        ref={frame}
        className="paper-view"
        tabIndex={0}
        role="group"
        aria-label={`${paper.kind}, ${t('entry.paper.keys')}`}
        onKeyDown={onKeyDown}
      >
        {failed && <p className="soft">{t('entry.paper.failed')}</p>}
        <div
          className="sheet"
          style={{ width: `${String(zoom * 100)}%`, ...(ratio && { aspectRatio: String(ratio) }) }}
        >
          <img
            src={address}
            alt={paper.kind}
            style={{
              width: across && size ? `${String((100 * size.width) / size.height)}%` : '100%',
              transform: `translate(-50%, -50%) rotate(${String(turned)}deg)`,
            }}
            onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => setSize({ width, height })}
            onError={() => setFailed(true)}
          />
        </div>
      </div>
    </>
  );
}

/** As large as the frame shows the whole sheet. */
function wholeZoom(
  frame: RefObject<HTMLDivElement | null>,
  size: { readonly width: number; readonly height: number } | undefined,
  across: boolean,
): number {
  if (!frame.current || !size) return 1;
  const { clientWidth, clientHeight } = frame.current;
  const ratio = across ? size.width / size.height : size.height / size.width;
  return Math.max(LEAST, Math.min(1, clientHeight / (clientWidth * ratio)));
}
