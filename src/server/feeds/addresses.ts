// Which addresses a feed may be fetched from: those of the public internet, and the networks the operator names. Everything else could
// be a machine beside this one that trusts whoever can reach it.

import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** Special-purpose registries of IANA (RFC 6890 and its updates), multicast, and what is reserved. */
const notPublic4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
];

/** Within global unicast, 2000::/3, outside of which nothing is public: documentation, and what carries an IPv4 address in it. */
const notPublic6 = ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20'];

const blocked4 = listOf(notPublic4);
const blocked6 = listOf(notPublic6);
const unicast6 = listOf(['2000::/3']);

/** `networks` as the operator's setting names them: '10.1.2.0/24', 'fd00::/8'. An address in any other form than plain IPv4 or IPv6 is none. */
export function mayFetchFrom(address: string, networks: readonly string[] = []): boolean {
  if (isIPv4(address)) return !blocked4.check(address, 'ipv4') || listOf(networks).check(address, 'ipv4');
  if (!isIPv6(address) || address.includes('%')) return false;
  // '::ffff:10.0.0.1' reaches what 10.0.0.1 does.
  const mapped = /^(?:0*:)*:?ffff:(?:(\d+\.\d+\.\d+\.\d+)|([\da-f]{1,4}):([\da-f]{1,4}))$/i.exec(address);
  if (mapped !== null) return mayFetchFrom(mapped[1] ?? fromHalves(mapped[2] ?? '', mapped[3] ?? ''), networks);
  if (listOf(networks).check(address, 'ipv6')) return true;
  return unicast6.check(address, 'ipv6') && !blocked6.check(address, 'ipv6');
}

/** True for what `FEED_NETWORKS` may name. */
export function isNetwork(text: string): boolean {
  const [address = '', bits = '', ...more] = text.split('/');
  const most = isIPv4(address) ? 32 : isIPv6(address) ? 128 : -1;
  return more.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= most;
}

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits = ''] = network.split('/');
    list.addSubnet(address, Number(bits), isIPv6(address) ? 'ipv6' : 'ipv4');
  }
  return list;
}

function fromHalves(high: string, low: string): string {
  const [first, second] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return [first >> 8, first & 255, second >> 8, second & 255].join('.');
}
