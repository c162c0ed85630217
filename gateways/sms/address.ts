/** Where a template may lead: the operator's word alone decides it, and what it means is said at the start. */
import { BlockList, isIP } from 'node:net';

export interface CheckedAddress {
  readonly origin: string;
  /** `name`: only the resolver knows which network it is in. */
  readonly network: 'loopback' | 'private' | 'public' | 'name';
  readonly isClearText: boolean;
}

const LOOPBACK = blockList(['127.0.0.0/8', '::1/128']);
const PRIVATE = blockList(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fc00::/7']);
/** No gateway stands there: this very host by another name, the machine's own keeper of secrets, everybody at once. */
const NOBODY = blockList(['0.0.0.0/8', '169.254.0.0/16', '224.0.0.0/3', '::/128', 'fe80::/10', 'ff00::/8']);

const INSIDE = /^localhost$|^[^.]+$|\.(?:internal|local|lan|localhost)$/;

/** @returns what it is, or a sentence that says what is wrong */
export function checkAddress(text: string, clearText: boolean): CheckedAddress | string {
  const address = URL.canParse(text) ? new URL(text) : undefined;
  if (!address || !/^https?:$/.test(address.protocol)) return 'is no address that begins with http:// or https://';
  if (address.username || address.password)
    return 'holds a name or a password: write them as a header or a parameter, for addresses stand in logs';
  if (address.hash) return 'holds a #, which is never sent';
  const host = address.hostname.replace(/^\[|\]$/g, '');
  if (isIn(NOBODY, host)) return 'is one where no gateway can be';
  const network = networkOf(host);
  const isClearText = address.protocol === 'http:';
  if (isClearText && !clearText && network !== 'loopback' && network !== 'private' && !INSIDE.test(host))
    return 'is plain HTTP over a public network, which shows telephones and texts to everybody on the way: use https, or say "clearText": true';
  return { origin: address.origin, network, isClearText };
}

function networkOf(host: string): CheckedAddress['network'] {
  if (host === 'localhost' || isIn(LOOPBACK, host)) return 'loopback';
  if (isIn(PRIVATE, host)) return 'private';
  return isIP(host) === 0 ? 'name' : 'public';
}

function blockList(nets: readonly string[]): BlockList {
  const list = new BlockList();
  for (const net of nets) {
    const [address = '', prefix] = net.split('/');
    list.addSubnet(address, Number(prefix), isIP(address) === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}

/** An IPv4 address that hides in an IPv6 one is found too. */
function isIn(list: BlockList, host: string): boolean {
  const version = isIP(host);
  return version !== 0 && list.check(host, version === 6 ? 'ipv6' : 'ipv4');
}
