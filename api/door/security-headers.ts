import helmet from 'helmet';
import type { Request, RequestHandler, Response } from 'express';
import type { ApiConfig } from '../handling/dependencies.ts';

/** The same for every answer: asked once, not a dozen functions for each request. */
export function securityHeaders(config: Pick<ApiConfig, 'production'>): RequestHandler {
  const headers = writtenBy(headersFor(config, { inlineStyles: true }));
  return (_req, res, next) => {
    for (const [name, value] of headers) res.setHeader(name, value);
    next();
  };
}

/** The policy alone, for a page that says its own. */
export function contentPolicy(config: Pick<ApiConfig, 'production'>, styles: Styles): string {
  const written = writtenBy(headersFor(config, styles));
  return written.find(([name]) => name === 'Content-Security-Policy')![1];
}

function writtenBy(write: ReturnType<typeof helmet>): [string, string][] {
  const headers: [string, string][] = [];
  const answer = {
    setHeader: (name: string, value: string) => headers.push([name, value]),
    removeHeader: () => undefined,
  };
  write({} as Request, answer as unknown as Response, () => undefined);
  return headers;
}

interface Styles {
  /** Styles may stand in the page, because antd and the reference page write theirs there. */
  readonly inlineStyles: boolean;
}

/** Everything comes from here. */
function headersFor(
  { production }: Pick<ApiConfig, 'production'>,
  { inlineStyles }: Styles,
): ReturnType<typeof helmet> {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        styleSrc: inlineStyles ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        // The search of the reference page runs in a worker that it makes itself.
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(production && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: production ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'no-referrer' },
  });
}
