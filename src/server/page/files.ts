import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { Context } from 'hono';
import { contentSecurityPolicy } from '../headers.ts';
import { refuse } from '../problems.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

interface PageFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
  readonly etag: string;
}

/** The place in index.html where each answer's own nonce goes. */
const NONCE_BLANK = '__NONCE__';

/**
 * The built page, read once: what is asked for is looked up by name, so no path can lead out of the folder.
 * A folder that is not there gives no files.
 */
async function readFiles(folder: string): Promise<ReadonlyMap<string, PageFile>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });
  const files = names.filter((entry) => entry.isFile() && extname(entry.name) in MEDIA_TYPES);
  const rows = await Promise.all(
    files.map(async (entry): Promise<[string, PageFile]> => {
      const path = join(entry.parentPath, entry.name);
      const bytes = new Uint8Array(await readFile(path));
      const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
      const name = `/${relative(folder, path).split(sep).join('/')}`;
      return [name, { bytes, mediaType: MEDIA_TYPES[extname(path)] as string, etag }];
    }),
  );
  return new Map(rows);
}

/** An address that can only mean a file, so that a missing script is not answered with the page. */
const isFileName = (path: string): boolean => path.startsWith('/assets/') || (/^\/[^/]+\.\w+$/.test(path) && path !== '/index.html');

/** Answers with the page's files; any other address that is not the API's is one of the page's own, and gets index.html. */
export async function createPage(folder: string): Promise<(context: Context) => Response> {
  const files = await readFiles(folder);
  const index = files.get('/index.html');
  const shell = index && new TextDecoder().decode(index.bytes);

  const answerShell = (context: Context): Response => {
    if (!shell) return refuse(context, 'SERVER_PAGE_MISSING', { folder });
    const nonce = randomBytes(16).toString('base64url');
    return context.html(shell.replaceAll(NONCE_BLANK, nonce), 200, {
      'content-security-policy': contentSecurityPolicy(nonce),
      'cache-control': 'no-store',
    });
  };

  return (context) => {
    const { path } = context.req;
    const file = path === '/index.html' ? undefined : files.get(path);
    if (!file) return isFileName(path) ? refuse(context, 'SERVER_NOT_FOUND', { path }) : answerShell(context);
    const headers = {
      etag: file.etag,
      'content-type': file.mediaType,
      // Vite puts a hash of the content into the names under assets/.
      'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    };
    if (context.req.header('if-none-match') === file.etag) return context.body(null, 304, headers);
    return context.body(file.bytes, 200, headers);
  };
}
