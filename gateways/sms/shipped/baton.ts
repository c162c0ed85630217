import type { WrittenTemplate } from '../template.ts';

/** What the simulated SMS centre speaks, and any service that was written for Baton: JSON, signed as our webhooks are. */
export const BATON: WrittenTemplate = {
  name: 'baton',
  about: 'JSON with reference, to and text, signed by HMAC-SHA256; receipts at POST /sms/receipts, signed the same way',
  send: {
    address: '{env.SMS_GATEWAY_URL}',
    values: {
      signature: { of: '{now.seconds}.{body}', hmac: 'sha256', key: '{env.SMS_SECRET}' },
    },
    headers: {
      'x-baton-timestamp': '{now.seconds}',
      'x-baton-signature': '{signature}',
    },
    body: { json: { reference: '{reference}', to: '{to}', text: '{text}' } },
  },
  answers: [
    { is: 'taken', status: ['2xx'], where: { reference: { match: '^.' } }, id: 'reference' },
    { is: 'taken', status: [200, 201, 202, 204], where: { $: ['', '{}'] } },
  ],
  receipts: { signed: true },
};
