import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { apiPath, getJson } from './client.ts';
import type { Counts, Page, TimelineOverview } from './types.ts';

type Filters = Readonly<Record<string, string | null | undefined>>;

/** One row with what hangs on it. */
export const useRow = <Row>(kind: string, id: string) =>
  useQuery({
    queryKey: [kind, id],
    queryFn: ({ signal }) => getJson<Row>(apiPath(`${kind}/${encodeURIComponent(id)}`), signal),
  });

/** A table's rows, a page at a time, kept on screen while the next search is under way. */
export function useRows<Row>(kind: string, filters: Filters, limit = 100) {
  const query = useInfiniteQuery({
    queryKey: [kind, 'rows', filters, limit],
    queryFn: ({ pageParam, signal }) => getJson<Page<Row>>(apiPath(kind, { ...filters, limit, cursor: pageParam }), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  return { ...query, rows: query.data?.pages.flatMap(({ rows }) => rows) ?? [] };
}

export const useCounts = () => useQuery({ queryKey: ['counts'], queryFn: ({ signal }) => getJson<Counts>('/api/counts', signal) });

/** Rows of the timeline counted by place and by date; the last numbers stand while the next are under way. */
export const useOverview = (filters: Filters) =>
  useQuery({
    queryKey: ['map', filters],
    queryFn: ({ signal }) => getJson<TimelineOverview>(apiPath('map', filters), signal),
    placeholderData: keepPreviousData,
  });
