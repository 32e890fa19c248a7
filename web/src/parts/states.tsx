import { type ReactNode, useEffect } from 'react';
import type { ProblemDetails } from '../api/types.ts';
import './states.css';

const LINES = Array.from({ length: 20 }, (_, i) => i);

/** Lines where the rows will stand. Nothing is shown for the blink that most answers take. */
export function Loading({ lines = 8 }: { readonly lines?: number }) {
  return (
    <div className="loading" role="status">
      <span className="unseen">Loading</span>
      {LINES.slice(0, lines).map((line) => (
        <i key={line} />
      ))}
    </div>
  );
}

/** What went wrong, and what to do next. */
export function Failed({ problem, onRetry }: { readonly problem: ProblemDetails; readonly onRetry?: () => void }) {
  return (
    <div className="failed" role="alert">
      <p>
        <strong>{problem.detail}</strong>
      </p>
      <p>{problem.remedy}</p>
      <p className="quiet small">
        <code>{problem.code}</code>
      </p>
      {onRetry && (
        <button type="button" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  );
}

/** Nothing to show, and why. */
export const Empty = ({ children }: { readonly children: ReactNode }) => <p className="empty">{children}</p>;

/** The tab's name: what is on the page, before what the page is. */
export function useTitle(title: string | null | undefined): void {
  useEffect(() => {
    if (title) document.title = `${title} · accordingto`;
  }, [title]);
}
