/** The same rows as JSON and CSV. */
export const DataLinks = ({ json, csv }: { readonly json: string; readonly csv?: string }) => (
  <span className="data-links no-print">
    <a href={json}>JSON</a>
    {csv && (
      <>
        {' · '}
        <a href={csv} download>
          CSV
        </a>
      </>
    )}
  </span>
);
