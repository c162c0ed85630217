import { Button } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../components/dialog.tsx';
import { Notice } from '../components/notice.tsx';
import { asFile, drawTurned, frameOf } from './picture.ts';
import { useCamera } from './use-camera.ts';
import './camera.css';

interface CameraDialogProps {
  readonly onTaken: (picture: File) => void;
  readonly onClose: () => void;
}

/** A document camera: the paper is seen, its picture is taken, turned if need be, and kept or taken again. */
export function CameraDialog({ onTaken, onClose }: CameraDialogProps) {
  const { t } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const main = useRef<HTMLButtonElement>(null);
  const [frame, setFrame] = useState<HTMLCanvasElement>();
  const [turns, setTurns] = useState(0);
  const camera = useCamera(video);
  useEffect(() => {
    if (frame && canvas.current) drawTurned(canvas.current, frame, turns);
  }, [frame, turns]);
  // Enter takes it, and Enter keeps it.
  useEffect(() => main.current?.focus(), [frame, camera.isShowing]);
  const take = (): void => {
    if (video.current && camera.isShowing) setFrame(frameOf(video.current));
  };
  const keep = async (): Promise<void> => {
    const picture = canvas.current && (await asFile(canvas.current, `${t('camera.file')}.jpg`));
    if (picture) onTaken(picture);
  };
  return (
    <Dialog
      title={t('camera.title')}
      width={860}
      onClose={onClose}
      footer={
        frame ? (
          <>
            <Button ref={main} type="primary" onClick={() => void keep()}>
              {t('camera.use')}
            </Button>
            <Button onClick={() => setTurns((turns + 1) % 4)}>{t('camera.turn')}</Button>
            <Button onClick={() => setFrame(undefined)}>{t('camera.again')}</Button>
          </>
        ) : (
          <>
            <Button ref={main} type="primary" disabled={!camera.isShowing} onClick={take}>
              {t('camera.take')}
            </Button>
            <Button onClick={onClose}>{t('common.notNow')}</Button>
          </>
        )
      }
    >
      {camera.trouble && (
        <Notice kind="error" title={t(`camera.trouble.${camera.trouble}`)}>
          <button type="button" className="button small" onClick={camera.again}>
            {t('common.retry')}
          </button>
        </Notice>
      )}
      {!frame && camera.cameras.length > 1 && <WhichCamera {...camera} />}
      <div className="camera-view" hidden={camera.trouble !== undefined}>
        {/* It stays while its picture is looked at: the camera need not begin anew. */}
        <video ref={video} muted playsInline hidden={frame !== undefined} aria-label={t('camera.view')} />
        <canvas ref={canvas} hidden={!frame} role="img" aria-label={t('camera.picture')} />
      </div>
    </Dialog>
  );
}

function WhichCamera({ cameras, chosen, choose }: ReturnType<typeof useCamera>) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <p className="row">
      <label htmlFor={id}>{t('camera.which')}</label>
      <select id={id} value={chosen} onChange={({ target }) => choose(target.value)}>
        {cameras.map((one, at) => (
          <option key={one.id} value={one.id}>
            {one.label || `${t('camera.which')} ${String(at + 1)}`}
          </option>
        ))}
      </select>
    </p>
  );
}
