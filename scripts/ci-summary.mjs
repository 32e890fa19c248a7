// node scripts/ci-summary.mjs <vitest.json> <exit status>: prints `N passed, N failed` and exits non-zero when anything failed.
// A run that never came to the tests (install, lint, build) counts as one failure.
import { existsSync, readFileSync } from 'node:fs';

const [file, status] = process.argv.slice(2);
const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
const passed = report?.numPassedTests ?? 0;
const brokenFiles = report?.testResults?.filter((one) => one.status === 'failed' && one.assertionResults.length === 0).length ?? 0;
const counted = (report?.numFailedTests ?? 0) + brokenFiles;
const failed = counted === 0 && status !== '0' ? 1 : counted;

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
