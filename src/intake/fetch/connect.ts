import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { isReachable, type Network } from './addresses.ts';

/** Raised inside undici's connect: which address was not to be reached. The fetcher turns it into INTAKE_ADDRESS_REFUSED. */
export class UnreachableAddress extends Error {
  readonly address: string;
  constructor(address: string) {
    super(`${address} may not be reached`);
    this.name = 'UnreachableAddress';
    this.address = address;
  }
}

/** Names to addresses; replaceable in tests. */
export type Resolve = (
  host: string,
  callback: (error: Error | null, addresses: readonly { address: string; family: number }[]) => void,
) => void;

const systemResolve: Resolve = (host, callback) => {
  systemLookup(host, { all: true, verbatim: true }, (error, addresses) => callback(error, addresses ?? []));
};

/**
 * A lookup that refuses a name if any of its addresses may not be reached. The connection is made to the very
 * addresses that were checked, so a name that changes its mind (DNS rebinding) gains nothing.
 */
export function guardedLookup(allowed: readonly Network[], resolve: Resolve = systemResolve): LookupFunction {
  return (host, options, callback) => {
    resolve(host, (error, addresses) => {
      if (error) return callback(error as NodeJS.ErrnoException, '', 0);
      const refused = addresses.find(({ address }) => !isReachable(address, allowed));
      if (refused) return callback(new UnreachableAddress(refused.address), '', 0);
      const [first] = addresses;
      if (!first) return callback(Object.assign(new Error(`no address for ${host}`), { code: 'ENOTFOUND' }), '', 0);
      if (options.all) return callback(null, [...addresses] as never);
      return callback(null, first.address, first.family);
    });
  };
}

export interface ConnectOptions {
  readonly allowed: readonly Network[];
  readonly timeout: number;
  readonly resolve?: Resolve;
}

/** An undici agent whose every connection is checked: at name resolution, and once more by the address it ended at. */
export function guardedAgent({ allowed, timeout, resolve }: ConnectOptions): Agent {
  // `lookup` is handed on to net.connect and tls.connect, which undici's type does not say.
  const options = { timeout: Math.min(timeout, 10_000), lookup: guardedLookup(allowed, resolve) };
  const connect = buildConnector(options as buildConnector.BuildOptions);
  return new Agent({
    connect: (target, callback) => {
      connect(target, (...result) => {
        const socket = result[1];
        const remote = socket?.remoteAddress;
        if (!socket || (remote && isReachable(remote, allowed))) return callback(...result);
        socket.destroy();
        return callback(new UnreachableAddress(remote ?? 'an unknown address'), null);
      });
    },
    headersTimeout: timeout,
    bodyTimeout: timeout,
    maxHeaderSize: 64 * 1024,
    connections: 8,
    pipelining: 1,
  });
}
