/**
 * `npm test` runs every check, even after a failure; `npm run test:quick` the fast part of them. Ends with one line that
 * sums up: `N passed, N failed`. A check that counts no tests (format, types, lint, unused code, the build) adds one failure when
 * it fails and nothing when it passes.
 */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import process from 'node:process';
import { checkProjectPath } from '../src/project/requirements.mjs';

/**
 * An npm script, the report it writes, its arguments, and the script that must have passed before it.
 * @typedef {{ script: string, report?: string, args?: string[], needs?: string }} Step
 */

/**
 * @param {string} script
 * @returns {Step}
 */
function vitestStep(script, needs = '') {
  const report = `test-results/${script.replace('test:', '')}.json`;
  return { script, report, args: ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`], needs };
}

const E2E_REPORT = 'test-results/e2e.json';

/** Steps in the order that fails fastest; those of one group run at the same time. @type {Step[][]} */
const FULL = [
  [{ script: 'format:check' }, { script: 'types' }, { script: 'lint' }, { script: 'knip' }],
  [vitestStep('test:unit')],
  [{ script: 'build' }],
  [vitestStep('test:dist', 'build')],
  [{ script: 'test:e2e', report: E2E_REPORT, needs: 'build' }],
];

/** The fast steps: without the slow unit tests (vitest.config.ts), and only with the browser tests tagged `@quick`. @type {Step[][]} */
const QUICK = [
  [{ script: 'format:check' }, { script: 'types' }, { script: 'lint' }],
  [vitestStep('test:unit')],
  [{ script: 'build' }],
  [{ script: 'test:e2e', report: E2E_REPORT, args: ['--grep', '@quick'], needs: 'build' }],
];

const isQuick = process.argv.includes('--quick');

/**
 * Returns the counts in a report of Vitest or Playwright; zeros if the step ended before it wrote one.
 * @param {string} report
 */
function countsOf(report) {
  try {
    const { stats, numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    return stats ? { passed: stats.expected, failed: stats.unexpected + stats.flaky } : { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

/**
 * Runs a step and returns its counts. Prints its output at once if it runs alone, otherwise when it ends.
 * @param {Step} step
 * @param {boolean} isAlone
 */
async function run({ script, report, args = [] }, isAlone) {
  const title = `\n— npm run ${script}`;
  if (isAlone) console.log(title);
  const started = Date.now();
  const child = spawn('npm', ['run', '--silent', script, '--', ...args], {
    stdio: isAlone ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    env: isQuick ? { ...process.env, UNDERSTUDY_QUICK: '1' } : process.env,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (chunk) => (output += chunk));
  const status = await new Promise((resolve) => child.once('error', resolve).once('close', resolve));
  if (!isAlone) console.log(`${title}\n${output.trimEnd()}`);
  const { passed, failed } = report ? countsOf(report) : { passed: 0, failed: 0 };
  console.log(`— ${script} ${status === 0 ? 'ok' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  // A step may fail without a failed test: a file that does not load, no tests at all.
  return { script, passed, failed: status === 0 ? failed : Math.max(1, failed) };
}

try {
  checkProjectPath();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

rmSync('test-results', { recursive: true, force: true });

const total = { passed: 0, failed: 0 };
/** @type {string[]} */
const broken = [];
for (const group of isQuick ? QUICK : FULL) {
  const ready = group.filter(({ needs }) => !needs || !broken.includes(needs));
  for (const { script, needs } of group.filter((step) => !ready.includes(step))) {
    console.log(`\n— ${script} not run, since ${needs} failed`);
    broken.push(script);
  }
  for (const { script, passed, failed } of await Promise.all(ready.map((step) => run(step, group.length === 1)))) {
    total.passed += passed;
    total.failed += failed;
    if (failed > 0) broken.push(script);
  }
}

if (broken.length > 0) console.log(`\nFailed or not run: ${broken.join(', ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = broken.length > 0 || total.passed === 0 ? 1 : 0;
