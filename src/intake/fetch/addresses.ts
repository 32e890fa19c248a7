import ipaddr from 'ipaddr.js';
import { AccordingtoError } from '../../model/index.ts';

type Address = ipaddr.IPv4 | ipaddr.IPv6;
export type Network = [Address, number];

/** Public addresses that answer only a cloud's own machines: metadata and host agents. */
const METADATA: readonly Network[] = [ipaddr.parseCIDR('168.63.129.16/32')];

/** The only IPv6 addresses handed out for the public internet (RFC 4291, IANA); ipaddr.js knows the exceptions within. */
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3');

const within = (address: Address, [network, bits]: Network): boolean =>
  address.kind() === network.kind() && address.match(network as never, bits);

/**
 * Networks written as CIDR (`10.0.0.0/8`, `fd00::/8`) or as one address.
 * @throws AccordingtoError INTAKE_ADDRESS_INVALID for anything else.
 */
export function networksOf(written: readonly string[]): readonly Network[] {
  return written.map((text) => {
    try {
      if (text.includes('/')) return ipaddr.parseCIDR(text);
      const address = ipaddr.parse(text);
      return [address, address.kind() === 'ipv4' ? 32 : 128] as Network;
    } catch (cause) {
      throw new AccordingtoError('INTAKE_ADDRESS_INVALID', { from: text, reason: 'it is no network such as 10.0.0.0/8' }, { cause });
    }
  });
}

/**
 * Whether a numeric address is one of the public internet's or of `allowed`. An IPv4 address inside an IPv6 one
 * (mapped) counts as the IPv4 address; those that tunnel or translate (6to4, Teredo, NAT64) are refused, as they can hide any.
 * Anything that cannot be parsed is refused.
 */
export function isReachable(address: string, allowed: readonly Network[] = []): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  if (!ipaddr.isValid(bare)) return false;
  const parsed = ipaddr.process(bare);
  if (allowed.some((network) => within(parsed, network))) return true;
  if (parsed.range() !== 'unicast' || METADATA.some((network) => within(parsed, network))) return false;
  return parsed.kind() === 'ipv4' || within(parsed, GLOBAL_UNICAST);
}

/**
 * The address as it may be asked for: http or https, no name or password in it, no fragment.
 * @throws AccordingtoError INTAKE_ADDRESS_INVALID where it is anything else.
 */
export function checkedUrl(address: string, from: string, base?: string): URL {
  const invalid = (reason: string, cause?: unknown) => new AccordingtoError('INTAKE_ADDRESS_INVALID', { from, reason }, { cause });
  let url: URL;
  try {
    url = new URL(address, base);
  } catch (cause) {
    throw invalid('it cannot be understood', cause);
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw invalid(`${url.protocol} is not http or https`);
  if (url.username || url.password) throw invalid('it holds a name or password');
  url.hash = '';
  return url;
}

/** Refuses a host that is written as a number and not reachable; names are checked when they are resolved. */
export function checkLiteral(url: URL, from: string, allowed: readonly Network[]): void {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(host) && !isReachable(host, allowed)) throw new AccordingtoError('INTAKE_ADDRESS_REFUSED', { from, address: host });
}
