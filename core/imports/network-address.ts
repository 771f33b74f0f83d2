/**
 * Whether an IP address stands for a machine on the public internet. False for everything that a server inside a
 * company's network could be misled to: loopback, private, link-local (with the clouds' metadata services), shared,
 * multicast, reserved, and IPv6 forms that carry such an IPv4 address.
 *
 * Sources: IANA special-purpose address registries (RFC 6890 and what amends it).
 */
export function isPublicAddress(address: string): boolean {
  const four = parse4(address);
  if (four !== undefined) return isPublic4(four);
  const six = parse6(address);
  return six !== undefined && isPublic6(six);
}

/** [network, prefix length] */
const notPublic4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  // A public address that only answers inside Alibaba Cloud: its metadata service.
  ['100.100.100.200', 32],
  // The same of Azure.
  ['168.63.129.16', 32],
];

const networks4 = notPublic4.map(([network, bits]) => ({
  network: parse4(network)!,
  mask: bits === 0 ? 0 : (~0 << (32 - bits)) >>> 0,
}));

function isPublic4(address: number): boolean {
  return !networks4.some(({ network, mask }) => (address & mask) >>> 0 === network);
}

function isPublic6(groups: readonly number[]): boolean {
  const [a, b] = groups as [number, number];
  const last4 = ((groups[6]! << 16) | groups[7]!) >>> 0;
  const leadingZeros = groups.findIndex((group) => group !== 0);
  // ::, ::1, IPv4-compatible and IPv4-mapped: what they carry decides, and as none of them is met on the internet, none is public.
  if (leadingZeros === -1 || leadingZeros >= 5) return false;
  // NAT64 (RFC 6052) reaches the IPv4 address it carries.
  if (a === 0x64 && b === 0xff9b) return groups[2] === 0 && isPublic4(last4);
  // 6to4 (RFC 3056) and Teredo (RFC 4380).
  if (a === 0x2002 || (a === 0x2001 && b < 0x0200)) return false;
  // Documentation (RFC 3849, RFC 9637).
  if ((a === 0x2001 && b === 0x0db8) || (a === 0x3fff && b < 0x1000)) return false;
  // Only 2000::/3 is given out for the internet: this leaves out unique local, link-local, site-local, multicast.
  return a >= 0x2000 && a < 0x4000;
}

/** Only the plain form `1.2.3.4`: others (octal, hex, short) are for `URL` to make plain first. */
function parse4(text: string): number | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (!match) return undefined;
  const bytes = match.slice(1).map(Number);
  if (bytes.some((byte) => byte > 255)) return undefined;
  return ((bytes[0]! << 24) | (bytes[1]! << 16) | (bytes[2]! << 8) | bytes[3]!) >>> 0;
}

function parse6(text: string): number[] | undefined {
  let plain = text
    .replace(/^\[|\]$/g, '')
    .replace(/%.*$/, '')
    .toLowerCase();
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(plain);
  if (tail) {
    const four = parse4(tail[2]!);
    if (four === undefined) return undefined;
    plain = `${tail[1]}${(four >>> 16).toString(16)}:${(four & 0xffff).toString(16)}`;
  }
  const halves = plain.split('::');
  if (halves.length > 2) return undefined;
  const [head, rest] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head!.length - (rest?.length ?? 0);
  if (rest === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...head!, ...Array<string>(rest === undefined ? 0 : missing).fill('0'), ...(rest ?? [])];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/.test(group))) return undefined;
  return groups.map((group) => Number.parseInt(group, 16));
}
