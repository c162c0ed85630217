/** A picture of a paper, as it is drawn and kept. */

/** As the camera sees it at this moment. */
export function frameOf(video: HTMLVideoElement): HTMLCanvasElement {
  const frame = document.createElement('canvas');
  frame.width = video.videoWidth;
  frame.height = video.videoHeight;
  frame.getContext('2d')?.drawImage(video, 0, 0);
  return frame;
}

/** `turns`: quarters of a circle, clockwise. */
export function drawTurned(onto: HTMLCanvasElement, frame: HTMLCanvasElement, turns: number): void {
  const isUpright = turns % 2 === 0;
  onto.width = isUpright ? frame.width : frame.height;
  onto.height = isUpright ? frame.height : frame.width;
  const pen = onto.getContext('2d');
  if (!pen) return;
  pen.translate(onto.width / 2, onto.height / 2);
  pen.rotate((turns * Math.PI) / 2);
  pen.drawImage(frame, -frame.width / 2, -frame.height / 2);
}

/** Letters stay sharp at it, and a sheet is a tenth of what a paper may weigh. */
const QUALITY = 0.85;

/** Undefined: the browser could not write it. */
export async function asFile(picture: HTMLCanvasElement, name: string): Promise<File | undefined> {
  const written = await new Promise<Blob | null>((resolve) => picture.toBlob(resolve, 'image/jpeg', QUALITY));
  return written ? new File([written], name, { type: 'image/jpeg' }) : undefined;
}
