/** What we use of the package, which brings no types. */
declare module 'smpp' {
  import type { EventEmitter } from 'node:events';
  import type { Server } from 'node:net';

  namespace smpp {
    interface Pdu {
      readonly command: string;
      readonly source_addr: string;
      readonly destination_addr: string;
      readonly registered_delivery: number;
      readonly short_message?: { readonly message: string | Buffer; readonly udh?: readonly Buffer[] };
      response(fields?: Record<string, unknown>): Pdu;
    }

    interface Session extends EventEmitter {
      send(pdu: Pdu): boolean;
      deliver_sm(fields: Record<string, unknown>): boolean;
      destroy(): void;
    }
  }

  const smpp: { createServer(listener: (session: smpp.Session) => void): Server };
  export = smpp;
}
