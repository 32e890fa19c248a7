import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface LockedPackage {
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

interface Installed {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly copyright: readonly string[];
}

/** Packages whose code the built page holds, although they are not needed to run. */
const BUILT_INTO_THE_PAGE = [
  'react',
  'react-dom',
  'react-aria-components',
  '@tanstack/react-query',
  '@tanstack/react-virtual',
  'd3-geo',
  'topojson-client',
  'world-atlas',
];

const COPYRIGHT = /^\W*(copyright\b.{4,160})$/gim;

function installed(folder: string, licence: string | undefined): Installed {
  const file = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name: string; version: string; license?: string };
  const texts = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name));
  const lines = texts.flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(COPYRIGHT)].map(([, line = '']) => line.trim()),
  );
  const copyright = [...new Set(lines)].filter((line) => !/\[yyyy\]|copyright (notice|owner|license|holder)/i.test(line)).slice(0, 4);
  return { name: file.name, version: file.version, licence: licence ?? file.license ?? 'see its own file', copyright };
}

/** Paths in the lock of `names` and all that they need. */
function withNeeds(lock: Lock, names: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const path = `node_modules/${name}`;
    if (found.has(path) || !(path in lock.packages)) continue;
    found.add(path);
    waiting.push(...Object.keys(lock.packages[path]?.dependencies ?? {}));
  }
  return found;
}

/** NOTICE: who made what is built in, from package-lock.json and the packages as installed; data by hand in data-notice.txt. */
export function noticePage(root: string): string {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
  const inPage = withNeeds(lock, BUILT_INTO_THE_PAGE);
  const rows = Object.entries(lock.packages)
    .filter(([path, { dev, optional }]) => path !== '' && !optional && (!dev || inPage.has(path)))
    .map(([path, { license }]) => installed(join(root, path), license))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));
  const data = readFileSync(join(root, 'scripts', 'docs', 'data-notice.txt'), 'utf8');
  const packages = rows.map(({ name, version, licence, copyright }) =>
    [`${name} ${version} (${licence})`, ...copyright.map((line) => `  ${line}`)].join('\n'),
  );
  return `accordingto
Copyright 2026 the accordingto authors
Licensed under the Apache License, Version 2.0.

This file is made by npm run docs.

DATA AND MODELS

${data.trim()}

SOFTWARE

accordingto runs with, or has in its page, the packages below. The full text of each licence is in the package.

${packages.join('\n')}
`;
}
