import type { ProblemDetails } from './types.ts';

/** An answer that was an error, with what the server says to do. */
export class ApiError extends Error {
  readonly problem: ProblemDetails;

  constructor(problem: ProblemDetails) {
    super(problem.detail);
    this.name = 'ApiError';
    this.problem = problem;
  }
}

const UNREACHABLE: ProblemDetails = {
  status: 0,
  code: 'PAGE_SERVER_GONE',
  detail: 'The server does not answer.',
  remedy: 'Start it again with accordingto start, then reload this page.',
};

/** What was thrown, as something to show. */
export function problemOf(error: unknown): ProblemDetails {
  if (error instanceof ApiError) return error.problem;
  return { status: 0, code: 'PAGE_FAULT', detail: error instanceof Error ? error.message : String(error), remedy: 'Reload the page.' };
}

async function ask(path: string, init?: RequestInit): Promise<Response> {
  const answer = await fetch(path, init).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError(UNREACHABLE);
  });
  if (answer.ok) return answer;
  const problem = (await answer.json().catch(() => null)) as ProblemDetails | null;
  throw new ApiError(problem ?? { ...UNREACHABLE, status: answer.status, code: `HTTP_${answer.status}`, detail: answer.statusText });
}

export const getJson = async <Answer>(path: string, signal?: AbortSignal): Promise<Answer> =>
  (await ask(path, signal ? { signal } : undefined)).json() as Promise<Answer>;

/** The lines of an `application/x-ndjson` answer, each as it comes. */
export async function* jsonLines<Line>(path: string, init?: RequestInit): AsyncGenerator<Line> {
  const { body } = await ask(path, init);
  if (!body) return;
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    rest += decoder.decode(value, { stream: !done });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line) yield JSON.parse(line) as Line;
    if (done) break;
  }
  if (rest) yield JSON.parse(rest) as Line;
}

/** A path of the API with its query; empty values are left out. */
export function apiPath(path: string, query: Readonly<Record<string, string | number | null | undefined>> = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== null && value !== undefined && value !== '') params.set(name, String(value));
  const words = params.toString();
  return words ? `/api/${path}?${words}` : `/api/${path}`;
}

/** Sends JSON, and answers with what came back. */
export const postJson = async <Answer>(path: string, body: unknown): Promise<Answer> =>
  (
    await ask(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
  ).json() as Promise<Answer>;
