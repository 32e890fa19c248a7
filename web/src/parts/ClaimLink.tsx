import { useRow } from '../api/hooks.ts';
import type { ClaimDetail } from '../api/types.ts';
import { Link } from '../app/Link.tsx';

/** A claim by its words, where a row names only its id; asked for when it comes into view, and kept. */
export const useClaim = (id: string): ClaimDetail | undefined => useRow<ClaimDetail>('claims', id).data;

export const ClaimLink = ({ id }: { readonly id: string }) => (
  <Link href={`/claims/${encodeURIComponent(id)}`} className="words" data-step data-words>
    {useClaim(id)?.proposition ?? 'the claim'}
  </Link>
);
