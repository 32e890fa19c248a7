import { describe, expect, it } from 'vitest';
import { inputsOf, requestOf } from './inputs.ts';

const NOTHING = { published: '', outlet: '', title: '' };

describe('what was pasted', () => {
  it.each([
    ['', []],
    ['  \n ', []],
    ['https://a.example/1\n\n http://b.example/feed ', ['url', 'url']],
    ['https://a.example/1\nhttps://a.example/1', ['url']],
    ['See https://a.example/1', ['text']],
    ['https://a.example/1\nThe mayor said no.', ['text']],
    ['javascript:alert(1)', ['text']],
    ['file:///etc/passwd', ['text']],
    ['<script>alert(1)</script>', ['text']],
  ])('%j', (pasted, kinds) => {
    expect(inputsOf(pasted).map(({ kind }) => kind)).toEqual(kinds);
  });

  it('goes as text with what is known of it, and a file as its bytes', () => {
    const [text] = inputsOf('The mayor said no.');
    const [path, init] = requestOf(text as NonNullable<typeof text>, { ...NOTHING, outlet: 'Courier' });
    expect([path, JSON.parse(String(init.body))]).toEqual(['/api/add', { text: 'The mayor said no.', name: 'pasted', outlet: 'Courier' }]);
    const [filePath, fileInit] = requestOf(
      { kind: 'file', name: 'a&b=<c>.html', file: new Blob(['x']) },
      { ...NOTHING, published: '2025-04-15' },
    );
    expect(filePath).toBe('/api/add?name=a%26b%3D%3Cc%3E.html&published=2025-04-15');
    expect(fileInit.headers).toEqual({ 'content-type': 'application/octet-stream' });
  });
});
