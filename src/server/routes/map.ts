import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Ledger } from '../../ledger/port.ts';
import { type MapPlace, TimelineOverview } from '../../model/index.ts';
import { type Column, csvHeading, csvLine } from '../csv/csv.ts';
import { querySchema } from './filters.ts';
import { queryOf } from './query.ts';
import { REFUSALS } from './shared.ts';

const COLUMNS: readonly Column<MapPlace>[] = [
  { name: 'name', cell: ({ name }) => name },
  { name: 'country', cell: ({ country }) => country },
  { name: 'lat', cell: ({ lat }) => lat },
  { name: 'lon', cell: ({ lon }) => lon },
  { name: 'geonames', cell: ({ geonames }) => geonames },
  { name: 'rows', cell: ({ rows }) => rows },
];

const query = querySchema('timeline');

const overview = createRoute({
  method: 'get',
  path: '/api/map',
  tags: ['timeline'],
  summary: 'The timeline at a glance: its rows counted by place and by date, under the same filters as its rows.',
  request: { query },
  responses: { 200: { description: 'The numbers.', content: { 'application/json': { schema: TimelineOverview } } }, ...REFUSALS },
});

const csv = createRoute({
  method: 'get',
  path: '/api/map.csv',
  tags: ['timeline'],
  summary: 'The places of the map as CSV.',
  request: { query },
  responses: { 200: { description: 'RFC 4180, UTF-8.', content: { 'text/csv': { schema: z.string() } } }, ...REFUSALS },
});

/** What the map and its brush are drawn from. */
export function addMapRoutes(app: OpenAPIHono, ledger: Ledger): void {
  for (const route of [overview, csv]) app.openAPIRegistry.registerPath(route);
  const asked = (context: Context) => {
    const { q, filters = {} } = queryOf(context, query);
    return ledger.overview({ filters, ...(q && { q }) });
  };
  app.get(overview.path, async (context) => context.json(await asked(context)));
  app.get(csv.path, async (context) => {
    const { places } = await asked(context);
    return context.body(csvHeading(COLUMNS) + places.map((place) => csvLine(COLUMNS, place)).join(''), 200, {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="map.csv"',
    });
  });
}
