import type { ErrorEntry } from './problem.ts';

/** Codes of the server room. Keys are stable: never rename one, never reuse one. */
export const SERVER_ERRORS = {
  SERVER_FOREIGN_HOST: {
    problem: 'The request was addressed to {host}, which is not this server.',
    remedy: 'Open the page at the address that accordingto start printed.',
    exit: 1,
    http: 403,
  },
  SERVER_FOREIGN_ORIGIN: {
    problem: 'The request came from {origin}, which is not this page.',
    remedy: 'Open the page at its own address.',
    exit: 1,
    http: 403,
  },
  SERVER_BAD_REQUEST: {
    problem: 'The request was not understood: {reason}',
    remedy: 'See /openapi.json for what each route takes.',
    exit: 1,
    http: 400,
  },
  SERVER_MEDIA_TYPE: {
    problem: 'A body of the type {type} is not taken here.',
    remedy: 'Send application/json, or a file as application/octet-stream to /api/add.',
    exit: 1,
    http: 415,
  },
  SERVER_TOO_LARGE: {
    problem: 'The body is larger than {limit} bytes.',
    remedy: 'Give the file on the command line: accordingto add <file>.',
    exit: 1,
    http: 413,
  },
  SERVER_NOT_FOUND: {
    problem: 'There is nothing at {path}.',
    remedy: 'See /openapi.json for the routes, or start at /.',
    exit: 1,
    http: 404,
  },
  SERVER_NO_SAMPLE: {
    problem: 'This server was started without the sample reports.',
    remedy: 'Paste a report, drop a file or give an address instead.',
    exit: 1,
    http: 404,
  },
  SERVER_PAGE_MISSING: {
    problem: 'The page was not built: {folder} holds no index.html.',
    remedy: 'Run npm run build, then start again. The API works without it.',
    exit: 1,
    http: 503,
  },
  SERVER_PORT_TAKEN: {
    problem: 'The ports {first} to {last} are all taken.',
    remedy: 'Name another with --port, or --port 0 for any free one.',
    exit: 1,
    http: 503,
  },
  SERVER_FAULT: {
    problem: 'Something went wrong inside accordingto: {message}',
    remedy: 'Try again; if it stays, report the message with what you did.',
    exit: 70,
    http: 500,
  },
} as const satisfies Record<string, ErrorEntry>;
