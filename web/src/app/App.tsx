import { Component, type ReactNode, Suspense, useEffect } from 'react';
import { problemOf } from '../api/client.ts';
import { PAGES } from '../pages/index.ts';
import { Failed, Loading } from '../parts/states.tsx';
import { Link } from './Link.tsx';
import { match, useAddress } from './router.ts';
import { Shell } from './Shell.tsx';

/** A fault in one page leaves the masthead standing, and says what it was. */
class Fence extends Component<{ readonly children: ReactNode }, { readonly error: unknown }> {
  override state = { error: null as unknown };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    return this.state.error === null ? this.props.children : <Failed problem={problemOf(this.state.error)} />;
  }
}

function NoSuchPage() {
  useEffect(() => {
    document.title = 'No such page · accordingto';
  }, []);
  return (
    <>
      <h1>No such page</h1>
      <p>
        The address leads nowhere here. <Link href="/">Begin at the start</Link>, or <Link href="/statements">look for the words</Link>.
      </p>
    </>
  );
}

export function App() {
  const { path } = useAddress();
  const found = PAGES.map((page) => ({ page, open: match(page.path, path) })).find(({ open }) => open !== null);
  const title = found?.page.title;
  useEffect(() => {
    if (title) document.title = `${title} · accordingto`;
  }, [title]);
  return (
    <Shell>
      <Fence key={path}>
        <Suspense fallback={<Loading />}>{found?.open ? <found.page.Page id={found.open.id ?? ''} /> : <NoSuchPage />}</Suspense>
      </Fence>
    </Shell>
  );
}
