import { type FormEvent, type ReactNode, useCallback, useState } from 'react';
import { PAGES } from '../pages/index.ts';
import { KeyHelp } from './KeyHelp.tsx';
import { useKeys } from './keys.ts';
import { Link } from './Link.tsx';
import { go, useAddress } from './router.ts';
import './shell.css';

/** Looks for words in every statement; pages with a search of their own keep `/` for it. */
function Find() {
  const search = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const words = String(new FormData(event.currentTarget).get('q') ?? '').trim();
    go(words ? `/statements?q=${encodeURIComponent(words)}` : '/statements');
  };
  return (
    <search className="find">
      <form onSubmit={search}>
        <label>
          <span className="unseen">Find words in any statement</span>
          <input name="q" type="search" placeholder="Find words  /" data-search maxLength={500} autoComplete="off" />
        </label>
      </form>
    </search>
  );
}

/** What stands around every page: the masthead, the keys, the foot. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { path } = useAddress();
  const [help, setHelp] = useState(false);
  useKeys(useCallback(() => setHelp(true), []));
  const here = PAGES.find((page) => page.path === path);
  const isHere = (entry: string): boolean => path === entry || path.startsWith(`${entry}/`) || here?.under === entry;
  const listHasSearch = path !== '/' && (here?.menu ?? here?.under) !== undefined;

  return (
    <>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <header className="masthead">
        <Link className="name" href="/">
          accordingto
        </Link>
        <nav aria-label="Pages">
          <ul>
            {PAGES.filter((page) => page.menu).map((page) => (
              <li key={page.path}>
                <Link href={page.path} aria-current={isHere(page.path) ? 'page' : undefined}>
                  {page.menu}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {!listHasSearch && <Find />}
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="foot">
        <span>Served on this machine only. Nothing leaves it.</span>
        <a href="/openapi.json">API</a>
        <button type="button" className="plain" onClick={() => setHelp(true)}>
          Keys ?
        </button>
      </footer>
      <KeyHelp isOpen={help} onClose={() => setHelp(false)} />
    </>
  );
}
