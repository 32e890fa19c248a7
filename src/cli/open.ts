import { spawn } from 'node:child_process';

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  linux: ['xdg-open'],
};

/** Asks the desktop to open an address; false where there is no desktop to ask. That it fails later is no error: the address is printed. */
export function openInBrowser(url: string, env: Readonly<Record<string, string | undefined>>): boolean {
  const opener = OPENERS[process.platform];
  if (!opener || (process.platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY)) return false;
  const [command, ...parts] = opener;
  spawn(command, [...parts, url], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
  return true;
}
