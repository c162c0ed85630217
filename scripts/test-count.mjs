// Plain Node, no packages.
import { readFileSync } from 'node:fs';

/** Counts the tests in the runner's JSON report. A file that could not be loaded, and a runner that fell over, are failures too. */
export function countTests(reportFile, exitCode) {
  let report;
  try {
    report = JSON.parse(readFileSync(reportFile, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const count = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  // An error outside any test ends the runner with a code of its own.
  if (exitCode !== 0 && count.failed === 0) count.failed = 1;
  return count;
}

export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
