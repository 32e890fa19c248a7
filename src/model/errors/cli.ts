import type { ErrorEntry } from './problem.ts';

/** Codes of the cli room and of work. Keys are stable: never rename one, never reuse one. */
export const CLI_ERRORS = {
  CLI_FAULT: {
    problem: 'Something went wrong inside accordingto: {message}',
    remedy: 'Run the command again with --debug and report what it prints at {where}.',
    exit: 70,
    http: 500,
  },
  CLI_UNKNOWN_COMMAND: {
    problem: 'There is no command {command}.{suggestion}',
    remedy: 'See them all with accordingto --help.',
    exit: 2,
    http: 400,
  },
  CLI_UNKNOWN_OPTION: {
    problem: 'There is no flag {option}.{suggestion}',
    remedy: 'See them all with accordingto {command} --help.',
    exit: 2,
    http: 400,
  },
  CLI_USAGE: {
    problem: 'The command line is wrong: {message}.',
    remedy: 'See how it goes with accordingto {command} --help.',
    exit: 2,
    http: 400,
  },
  CLI_NOT_LABELLED: {
    problem: 'Line {line} of {file} is not a labelled report.',
    remedy: 'Give lines as accordingto read --json prints them, or {"id", "text", "claims": [{"source", "cue", "content"}]}.',
    exit: 1,
    http: 400,
  },
  CLI_NO_INPUT: {
    problem: 'There is nothing to take in.',
    remedy: 'Give files, folders or addresses, --jsonl with a file, or - for standard input.',
    exit: 2,
    http: 400,
  },
  CLI_BAD_DATE: {
    problem: '{value} is not a date.',
    remedy: 'Write it as 2024-10-18, or with a time as 2024-10-18T09:30:00Z.',
    exit: 2,
    http: 400,
  },
  CLI_BAD_NUMBER: {
    problem: '{option} takes a whole number from {low} to {high}, not {value}.',
    remedy: 'Give such a number.',
    exit: 2,
    http: 400,
  },
  CLI_NOTHING_FOUND: {
    problem: 'Nothing in the ledger says {words}.',
    remedy: 'Try fewer words, or another --kind.',
    exit: 1,
    http: 404,
  },
  CLI_LEDGER_NOT_WHOLE: {
    problem: '{path} is not as it was written: {findings}.',
    remedy: 'Keep the file as it is and go back to a copy; where only derived rows are named, accordingto rebuild puts them right.',
    exit: 1,
    http: 500,
  },
  CLI_SOMETHING_MISSING: {
    problem: '{name} does not work: {detail}',
    remedy: 'Install accordingto again with Node 20.19 or newer.',
    exit: 1,
    http: 500,
  },
  WORK_READER_FAILED: {
    problem: '{from} could not be read: {message}',
    remedy: 'The other reports were read. Send us this one, or its first lines, with the message.',
    exit: 70,
    http: 500,
  },
  CLI_JUDGE_USAGE: {
    problem: '“{words}” is no judgement.',
    remedy: 'Write accordingto judge, and then: {usages}.',
    exit: 2,
    http: 400,
  },
} as const satisfies Record<string, ErrorEntry>;
