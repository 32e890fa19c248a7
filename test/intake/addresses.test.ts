import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkedUrl, checkLiteral, isReachable, networksOf } from '../../src/intake/fetch/addresses.ts';
import { guardedLookup, UnreachableAddress } from '../../src/intake/fetch/connect.ts';

const octet = fc.integer({ min: 0, max: 255 });
const PRIVATE_V4: readonly (readonly [number, number])[] = [
  // network, prefix length
  [0x00000000, 8],
  [0x0a000000, 8],
  [0x64400000, 10],
  [0x7f000000, 8],
  [0xa9fe0000, 16],
  [0xac100000, 12],
  [0xc0000000, 24],
  [0xc0000200, 24],
  [0xc0a80000, 16],
  [0xc6120000, 15],
  [0xc6336400, 24],
  [0xcb007100, 24],
  [0xe0000000, 4],
  [0xf0000000, 4],
];
const dotted = (n: number): string => [24, 16, 8, 0].map((shift) => (n >>> shift) & 255).join('.');
const privateV4 = fc
  .tuple(fc.constantFrom(...PRIVATE_V4), fc.nat(0xffffffff))
  .map(([[network, bits], host]) => (network | (host & (0xffffffff >>> bits))) >>> 0);

/** Ways in which one IPv4 address can be written into a URL. */
const SPELLINGS: readonly ((n: number) => string)[] = [
  dotted,
  (n) => String(n),
  (n) => `0x${n.toString(16)}`,
  (n) => `0${n.toString(8)}`,
  (n) => [24, 16, 8, 0].map((s) => `0x${((n >>> s) & 255).toString(16)}`).join('.'),
  (n) => [24, 16, 8, 0].map((s) => `0${((n >>> s) & 255).toString(8)}`).join('.'),
  (n) => `${n >>> 24}.${n & 0xffffff}`,
  (n) => `${n >>> 24}.${(n >>> 16) & 255}.${n & 0xffff}`,
  (n) => `${dotted(n)}.`,
  (n) => dotted(n).replaceAll('.', '。'),
  (n) => dotted(n).replace(/\d/g, (d) => String.fromCodePoint(0xff10 + Number(d))),
  (n) => encodeURIComponent(dotted(n)).replaceAll('.', '%2e'),
  (n) => `[::ffff:${dotted(n)}]`,
  (n) => `[0:0:0:0:0:ffff:${(n >>> 16).toString(16)}:${(n & 0xffff).toString(16)}]`,
  (n) => `[::${dotted(n)}]`,
  (n) => `[64:ff9b::${dotted(n)}]`,
  (n) => `[2002:${(n >>> 16).toString(16)}:${(n & 0xffff).toString(16)}::1]`,
];

describe('addresses that may be fetched from', () => {
  it('refuses every spelling of a private IPv4 address', () => {
    fc.assert(
      fc.property(privateV4, fc.constantFrom(...SPELLINGS), fc.constantFrom('http', 'https'), (n, spelling, scheme) => {
        const url = checkedUrl(`${scheme}://${spelling(n)}/`, 'x');
        expect(() => checkLiteral(url, 'x', [])).toThrow(/INTAKE_ADDRESS_REFUSED/);
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses every IPv6 address outside the global unicast block', () => {
    const groups = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(groups, (parts) => {
        fc.pre(((parts[0] ?? 0) & 0xe000) !== 0x2000);
        const mapped = parts.slice(0, 5).every((part) => part === 0) && parts[5] === 0xffff;
        fc.pre(!mapped);
        expect(isReachable(parts.map((part) => part.toString(16)).join(':'))).toBe(false);
      }),
    );
  });

  it.each([
    '::1',
    '::',
    'fe80::1%eth0',
    'fc00::1',
    'fd00:ec2::254',
    'fec0::1',
    'ff02::1',
    '2001:db8::1',
    '2001::1',
    '64:ff9b:1::a00:1',
    '100::1',
    '5f00::1',
    '169.254.169.254',
    '168.63.129.16',
    '100.100.100.200',
    '192.0.0.192',
    '255.255.255.255',
    'not an address',
    '',
  ])('refuses %s', (address) => expect(isReachable(address)).toBe(false));

  it('lets public addresses through, and only those', () => {
    for (const address of ['1.1.1.1', '93.184.216.34', '2606:2800:220:1::1', '::ffff:8.8.8.8']) expect(isReachable(address)).toBe(true);
    fc.assert(
      fc.property(fc.tuple(octet, octet, octet, octet), (parts) => {
        const n = parts.reduce((sum, part) => sum * 256 + part, 0);
        const isPrivate = PRIVATE_V4.some(([network, bits]) => n >>> (32 - bits) === network >>> (32 - bits));
        if (isPrivate) expect(isReachable(parts.join('.'))).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('lets a network through that was allowed, and no other', () => {
    const allowed = networksOf(['10.1.0.0/16', 'fd12::/16', '127.0.0.1']);
    expect(['10.1.2.3', '::ffff:10.1.2.3', 'fd12::5', '127.0.0.1'].map((a) => isReachable(a, allowed))).toEqual([true, true, true, true]);
    expect(['10.2.0.1', 'fd13::5', '127.0.0.2'].map((a) => isReachable(a, allowed))).toEqual([false, false, false]);
    expect(() => networksOf(['everything'])).toThrow(/INTAKE_ADDRESS_INVALID/);
  });

  it.each([
    'ftp://a.example/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'http://me:word@a.example/',
    'http://me@a.example',
    'http://',
    'a.html',
  ])('does not ask for %s', (address) => expect(() => checkedUrl(address, address)).toThrow(/INTAKE_ADDRESS_INVALID/));
});

describe('name resolution', () => {
  const resolved = (addresses: readonly string[]) =>
    new Promise((done) => {
      const resolve = guardedLookup([], (_host, answer) =>
        answer(
          null,
          addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
        ),
      );
      resolve('name.example', { all: true }, (error, found) => done(error ?? found));
    });

  it('refuses a name if any of its addresses is private', async () => {
    expect(await resolved(['93.184.216.34', '10.0.0.1'])).toBeInstanceOf(UnreachableAddress);
    expect(await resolved(['::1'])).toBeInstanceOf(UnreachableAddress);
    expect(await resolved(['93.184.216.34'])).toEqual([{ address: '93.184.216.34', family: 4 }]);
    expect(await resolved([])).toMatchObject({ code: 'ENOTFOUND' });
  });
});
