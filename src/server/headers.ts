import type { MiddlewareHandler } from 'hono';

/** Nothing from elsewhere, no inline script; `nonce` lets in the one style element that React Aria writes. */
export const contentSecurityPolicy = (nonce?: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${nonce ? ` 'nonce-${nonce}'` : ''}`,
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const FIXED: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
};

/** Security headers on every answer, refusals included. What a handler set itself stays. */
export const securityHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(FIXED)) context.res.headers.set(name, value);
  if (!context.res.headers.has('content-security-policy')) context.res.headers.set('content-security-policy', contentSecurityPolicy());
  if (!context.res.headers.has('cache-control')) context.res.headers.set('cache-control', 'no-store');
};
