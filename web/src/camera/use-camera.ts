import { useEffect, useState, type RefObject } from 'react';

/** Why there is no picture. */
export type CameraTrouble = 'insecure' | 'forbidden' | 'none' | 'busy' | 'unknown';

export interface NamedCamera {
  readonly id: string;
  /** As the system calls it. */
  readonly label: string;
}

/** The names of `getUserMedia` (W3C Media Capture and Streams, 10.3.1). */
const TROUBLES: Readonly<Record<string, CameraTrouble>> = {
  NotAllowedError: 'forbidden',
  SecurityError: 'forbidden',
  NotFoundError: 'none',
  OverconstrainedError: 'none',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

/** The small print of a sheet of A4 is read at some 220 dots an inch; a camera that has less gives what it has. */
const SHARP = { width: { ideal: 2592 }, height: { ideal: 1944 }, facingMode: { ideal: 'environment' } };

/** The camera stands at this desk. */
const KEPT = 'baton.camera';

interface Camera {
  readonly trouble: CameraTrouble | undefined;
  readonly isShowing: boolean;
  /** More than one: a notebook has its own beside that of the desk. */
  readonly cameras: readonly NamedCamera[];
  readonly chosen: string;
  readonly choose: (id: string) => void;
  readonly again: () => void;
}

/** Shows in the element what a camera of this computer sees, as long as it is on the page. */
export function useCamera(video: RefObject<HTMLVideoElement | null>): Camera {
  const [trouble, setTrouble] = useState<CameraTrouble>();
  const [isShowing, setShowing] = useState(false);
  const [cameras, setCameras] = useState<readonly NamedCamera[]>([]);
  const [wanted, setWanted] = useState(() => localStorage.getItem(KEPT) ?? '');
  const [shown, setShown] = useState('');
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const gone = new AbortController();
    setTrouble(undefined);
    setShowing(false);
    // Its last picture would stand there as if it were this paper.
    const pulledOut = (): void => {
      setTrouble('busy');
      setShowing(false);
    };
    void showIn(video, wanted, { until: gone.signal, pulledOut }).then((seen) => {
      if (gone.signal.aborted) return;
      if (typeof seen === 'string') return setTrouble(seen);
      setCameras(seen.cameras);
      setShown(seen.id);
      setShowing(true);
    });
    return () => gone.abort();
  }, [video, wanted, attempt]);
  return {
    trouble,
    isShowing,
    cameras,
    chosen: shown,
    choose: (id) => {
      localStorage.setItem(KEPT, id);
      setWanted(id);
    },
    again: () => setAttempt(attempt + 1),
  };
}

/** Ends with the signal: the light of the camera goes out. */
async function showIn(
  video: RefObject<HTMLVideoElement | null>,
  wanted: string,
  { until, pulledOut }: { readonly until: AbortSignal; readonly pulledOut: () => void },
) {
  // A page that came over plain HTTP has no cameras at all.
  if (!('mediaDevices' in navigator)) return 'insecure';
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({
      video: { ...SHARP, ...(wanted !== '' && { deviceId: { ideal: wanted } }) },
    });
  } catch (error) {
    return (error instanceof DOMException && TROUBLES[error.name]) || 'unknown';
  }
  const stop = (): void => stream.getTracks().forEach((track) => track.stop());
  if (until.aborted || !video.current) {
    stop();
    return 'unknown';
  }
  until.addEventListener('abort', stop);
  stream.getVideoTracks()[0]?.addEventListener('ended', pulledOut, { signal: until });
  video.current.srcObject = stream;
  await video.current.play().catch(() => undefined);
  // They are named only once one of them may be used.
  const devices = await navigator.mediaDevices.enumerateDevices();
  const cameras = devices
    .filter(({ kind }) => kind === 'videoinput')
    .map(({ deviceId, label }): NamedCamera => ({ id: deviceId, label }));
  return { cameras, id: stream.getVideoTracks()[0]?.getSettings().deviceId ?? '' };
}
