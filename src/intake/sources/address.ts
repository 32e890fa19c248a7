import { type Arrival, arrivalOf } from '../arrival.ts';
import type { Fetcher } from '../fetch/fetcher.ts';

/** A page of the web as an arrival. @throws AccordingtoError with one of the INTAKE_ codes for addresses. */
export async function arrivalOfAddress(fetcher: Fetcher, address: string): Promise<Arrival> {
  const { url, headers, bytes, via } = await fetcher.fetch(address);
  const journey: Readonly<Record<string, string>> = via.length > 1 ? { 'x-accordingto-via': via.join(' ') } : {};
  return arrivalOf(bytes, { from: address, url, headers: { ...headers, ...journey } });
}
