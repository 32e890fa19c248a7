import { type Arrival, arrivalOf } from '../arrival.ts';
import type { Fetched, Fetcher } from '../fetch/fetcher.ts';

/** What an address answered, as an arrival. */
export function arrivalOfAnswer(address: string, { url, headers, bytes, via }: Fetched): Arrival {
  const journey: Readonly<Record<string, string>> = via.length > 1 ? { 'x-accordingto-via': via.join(' ') } : {};
  return arrivalOf(bytes, { from: address, url, headers: { ...headers, ...journey } });
}

/** A page of the web as an arrival. @throws AccordingtoError with one of the INTAKE_ codes for addresses. */
export async function arrivalOfAddress(fetcher: Fetcher, address: string): Promise<Arrival> {
  return arrivalOfAnswer(address, await fetcher.fetch(address));
}
