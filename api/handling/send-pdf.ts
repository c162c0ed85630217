import type { ServerResponse } from 'node:http';
import { letOurPagesFrame } from './our-pages-frame.ts';

/** Shown beside the page that asked for it; never kept by a browser. The name says a number, never a person. */
export function sendPdf(res: ServerResponse, bytes: Uint8Array, name: string): void {
  letOurPagesFrame(res);
  res.setHeader('Content-Type', 'application/pdf');
  res.setHeader('Content-Disposition', `inline; filename="${name.replace(/[^\w-]/g, '_')}.pdf"`);
  res.setHeader('Cache-Control', 'no-store');
  res.end(bytes);
}
