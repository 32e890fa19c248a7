import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { go } from './router.ts';

/** A click that means this link, here, and nothing else. */
export const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey && !event.defaultPrevented;

/** A link to a place in this page. It is a real anchor: open in a new tab, copy and print work as anywhere. */
export function Link({ href, onClick, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { readonly href: string }) {
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        onClick?.(event);
        if (!isPlainClick(event)) return;
        event.preventDefault();
        go(href);
      }}
    />
  );
}

const isWebAddress = (url: string): boolean => {
  try {
    return ['http:', 'https:'].includes(new URL(url).protocol);
  } catch {
    return false;
  }
};

/** An address that a report gave: a link where it is http(s), otherwise only its words (`javascript:` among them). */
export function OutsideLink({ url }: { readonly url: string }) {
  if (!isWebAddress(url)) return <span className="outside">{url}</span>;
  return (
    <a className="outside" href={url} rel="noreferrer noopener nofollow" target="_blank">
      {url}
    </a>
  );
}
