// The rules of the house: which room may import which. See docs/architecture.md.
const only = (room, allowed) => ({
  name: `${room}-imports`,
  severity: 'error',
  comment: `${room} may import only ${allowed.join(', ')}`,
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: `^src/(${[room, ...allowed].join('|')})/` },
});

const noInputOutput = {
  name: 'pure-rooms-do-no-io',
  severity: 'error',
  comment: 'model, reader and linking do no I/O; only reader/encoder and reader/where/load may load what they ship with from disk',
  from: { path: '^src/(model|reader|linking)/', pathNot: '(^src/reader/(encoder/|where/load\\.ts$)|\\.test\\.ts$)' },
  to: { dependencyTypes: ['core'] },
};

module.exports = {
  forbidden: [
    only('model', ['model']),
    only('reader', ['model']),
    only('linking', ['model']),
    only('intake', ['model']),
    only('ledger', ['model']),
    only('exports', ['model', 'ledger']),
    only('work', ['model', 'intake', 'reader', 'ledger', 'linking', 'exports']),
    only('server', ['model', 'intake', 'reader', 'ledger', 'linking', 'exports', 'work']),
    only('cli', ['model', 'intake', 'reader', 'ledger', 'linking', 'exports', 'work', 'server']),
    noInputOutput,
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: { doNotFollow: { path: 'node_modules' }, tsPreCompilationDeps: true, tsConfig: { fileName: 'tsconfig.json' } },
};
