/** The SMS gateway as the office sees it: what it is given, and what may have become of it. */

export interface SmsMessage {
  /** Our id of the notice; the gateway gives it back with its receipt. */
  readonly reference: string;
  /** As the office writes it: digits, with `+` and the country where that is not ours. */
  readonly to: string;
  readonly text: string;
  /** What the text says, for gateways that keep the sentence and take only its parts. */
  readonly facts: SmsFacts;
}

export interface SmsFacts {
  readonly kind: string;
  readonly language: string;
  readonly officeName: string;
  readonly statusCode: string;
  readonly day: string;
  readonly telephone: string;
}

export type SmsResult =
  | { readonly state: 'sent'; readonly gatewayRef: string }
  /** Refused by the gateway: it was not sent. */
  | { readonly state: 'failed'; readonly reason: string }
  /** The gateway said “not now”: nothing was taken, it goes again later. */
  | { readonly state: 'busy'; readonly reason: string; readonly afterSeconds?: number }
  /** Never reached the gateway: it goes again later. */
  | { readonly state: 'unreachable'; readonly reason: string }
  /** Nobody has named a gateway: it waits until somebody does. */
  | { readonly state: 'noGateway' }
  /** It may or may not have been taken: never sent again blindly. */
  | { readonly state: 'unknown'; readonly reason: string };

/** What a gateway says has become of a message. */
export interface SmsReceipt {
  readonly reference: string;
  readonly state: 'delivered' | 'failed';
  readonly reason?: string;
}

/** A message that the gateway is asked about: by its own word for it, or by ours where it never said one. */
export interface AskedMessage {
  readonly reference: string;
  readonly gatewayRef: string | null;
}

export interface SmsGateway {
  /** Whether somebody will say what became of a message: only then is silence odd. */
  readonly givesReceipts: boolean;
  send(message: SmsMessage): Promise<SmsResult>;
  /** Present when the gateway has to be asked for its receipts. */
  readonly ask?: (messages: readonly AskedMessage[]) => Promise<readonly SmsReceipt[]>;
}

/** Without a gateway nothing is sent; notices wait. */
export const noSmsGateway: SmsGateway = {
  givesReceipts: false,
  send: () => Promise.resolve({ state: 'noGateway' }),
};
