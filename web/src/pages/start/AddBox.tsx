import { type FormEvent, useRef, useState } from 'react';
import { Button, DropZone, type FileDropItem, FileTrigger } from 'react-aria-components';
import { fileInput, type Input, inputsOf, type Known } from './inputs.ts';

const NOTHING_KNOWN: Known = { published: '', outlet: '', title: '' };

interface Props {
  readonly onAdd: (inputs: readonly Input[], known: Known) => void;
  readonly isFirst: boolean;
}

/** One box for everything: words, addresses, files. */
export function AddBox({ onAdd, isFirst }: Props) {
  const [pasted, setPasted] = useState('');
  const [known, setKnown] = useState(NOTHING_KNOWN);
  const field = useRef<HTMLTextAreaElement>(null);
  const inputs = inputsOf(pasted);
  const addresses = inputs.filter(({ kind }) => kind === 'url').length;

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (inputs.length === 0) {
      field.current?.focus();
      return;
    }
    onAdd(inputs, known);
    setPasted('');
    setKnown(NOTHING_KNOWN);
  };
  const know = (name: keyof Known) => (event: { target: { value: string } }) => setKnown({ ...known, [name]: event.target.value });
  const takeFiles = (files: readonly File[]): void => onAdd(files.map(fileInput), known);

  return (
    <DropZone
      className="add-box no-print"
      onDrop={async ({ items }) => {
        const files = items.filter((item): item is FileDropItem => item.kind === 'file');
        takeFiles(await Promise.all(files.map((item) => item.getFile())));
      }}
    >
      <form onSubmit={submit}>
        <label htmlFor="pasted">
          {isFirst
            ? 'Paste a report, drop files, or give addresses and feeds'
            : 'Add reports: paste one, drop files, or give addresses and feeds'}
        </label>
        <textarea
          id="pasted"
          ref={field}
          rows={isFirst ? 9 : 4}
          value={pasted}
          onChange={(event) => setPasted(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
          }}
          placeholder="The words of a report, or addresses, one a line"
          spellCheck={false}
        />
        {pasted.trim() !== '' && addresses === 0 && (
          <fieldset>
            <legend className="quiet">What you know of it, where the words do not say</legend>
            <label>
              Published <input type="date" value={known.published} onChange={know('published')} />
            </label>
            <label>
              Outlet <input value={known.outlet} onChange={know('outlet')} maxLength={500} />
            </label>
            <label>
              Title <input value={known.title} onChange={know('title')} maxLength={2000} />
            </label>
          </fieldset>
        )}
        <div className="acts">
          <button type="submit" className="first">
            {addresses > 1 ? `Fetch ${addresses} addresses` : addresses === 1 ? 'Fetch the address' : 'Read it'}
          </button>
          <FileTrigger allowsMultiple onSelect={(files) => files && takeFiles([...files])}>
            <Button>Choose files</Button>
          </FileTrigger>
          <span className="quiet small">
            Text, HTML, JSON Lines and more. All of it stays on this machine; only addresses that you give are fetched.
          </span>
        </div>
      </form>
    </DropZone>
  );
}
