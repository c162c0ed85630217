import type { WrittenTemplate } from '../template.ts';

/**
 * Kannel's sendsms. By POST with its own headers, so that neither the password nor the telephone nor the text stands in an address.
 * Kannel names no message: it is told where to send the receipt of each, with our reference and a proof that nobody else can make.
 */
export const KANNEL: WrittenTemplate = {
  name: 'kannel',
  about: 'Kannel (smsbox, sendsms); its receipts are asked for with each message',
  send: {
    address: '{env.SMS_GATEWAY_URL}',
    values: {
      proof: { of: 'receipt of {reference}', hmac: 'sha256', key: '{env.SMS_SECRET}' },
    },
    headers: {
      'x-kannel-username': '{env.SMS_KANNEL_USERNAME}',
      'x-kannel-password': '{env.SMS_KANNEL_PASSWORD}',
      'x-kannel-to': '{to}',
      // UCS-2: Chinese fits in no other.
      'x-kannel-coding': '2',
      // Delivered, not delivered, refused by the SMS centre.
      'x-kannel-dlr-mask': '19',
      'x-kannel-dlr-url':
        '{env.SMS_RECEIPT_URL}/sms/gateway-receipts?reference={reference}&proof={proof}&type=%d&answer=%A',
    },
    body: { text: '{text}', type: 'text/plain; charset=UTF-8' },
  },
  read: 'text',
  answers: [
    { is: 'taken', status: [200, 202], where: { $: { match: '^[03]:' } } },
    // Its own words for “try again later”, and for a name or password that it does not know: nothing was taken.
    { is: 'busy', status: [403, 503] },
    { is: 'refused', status: ['4xx'], reason: '$' },
  ],
  receipts: {
    pushed: {
      read: 'query',
      values: {
        expected: { of: 'receipt of {query.reference}', hmac: 'sha256', key: '{env.SMS_SECRET}' },
      },
      proof: [{ given: '{query.proof}', wanted: '{expected}' }],
      reference: 'reference',
      rules: [
        { is: 'delivered', where: { type: '1' } },
        { is: 'failed', where: { type: ['2', '16'] }, reason: { at: 'answer', match: '(?:stat:|^NACK/)(\\w+)' } },
        { is: 'pending', where: { type: ['4', '8'] } },
      ],
    },
  },
};
