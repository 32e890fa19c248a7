import { Link } from '../../app/Link.tsx';
import { useAddress } from '../../app/router.ts';

const VIEWS = [
  ['/timeline', 'by time'],
  ['/map', 'on the map'],
] as const;

/** The same rows by time or on the map: what was searched for goes along. */
export function WhenOrWhere({ here }: { readonly here: string }) {
  const { params } = useAddress();
  const query = params.size > 0 ? `?${params}` : '';
  return (
    <nav className="when-or-where no-print" aria-label="By time or on the map">
      {VIEWS.map(([path, words]) => (
        <Link key={path} href={`${path}${query}`} aria-current={path === here ? 'page' : undefined}>
          {words}
        </Link>
      ))}
    </nav>
  );
}
