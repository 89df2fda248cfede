/**
 * `npm test`: everything that must hold before a change goes in, in the order that fails fastest. Runs all of it even
 * after a failure, and ends with one line that sums up: `N passed, N failed`. A check that counts no tests (types,
 * lint, unused code, the build) adds one failure when it fails and nothing when it passes.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import process from 'node:process';
import { checkProjectPath } from '../src/project/checkProjectPath.mjs';

/**
 * @typedef {{ script: string, report?: string, args?: string[], needs?: string }} Step
 */

/**
 * vitest's arguments for a report in a file beside what it prints.
 * @param {string} file
 */
const vitestReport = (file) => ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];

/**
 * npm scripts: the report each writes, the arguments that make it, and the step it makes no sense without.
 * @type {Step[]}
 */
const STEPS = [
  { script: 'types' },
  { script: 'lint' },
  { script: 'knip' },
  { script: 'test:unit', report: 'test-results/unit.json', args: vitestReport('test-results/unit.json') },
  { script: 'build' },
  { script: 'test:dist', report: 'test-results/dist.json', args: vitestReport('test-results/dist.json'), needs: 'build' },
  { script: 'test:e2e', report: 'test-results/e2e.json', needs: 'build' },
];

/**
 * Counts of a report by vitest or by Playwright; none where the step ended before it wrote one.
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

/** @param {Step} step */
function run({ script, report, args = [] }) {
  console.log(`\n— npm run ${script}`);
  const started = Date.now();
  const { status } = spawnSync('npm', ['run', '--silent', script, '--', ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  const { passed, failed } = report ? countsOf(report) : { passed: 0, failed: 0 };
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`— ${script} ${status === 0 ? 'ok' : 'FAILED'} in ${seconds} s`);
  // A step may fail without a failed test: a file that does not load, no tests at all.
  return { passed, failed: status === 0 ? failed : Math.max(1, failed) };
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
for (const step of STEPS) {
  if (step.needs && broken.includes(step.needs)) {
    console.log(`\n— ${step.script} not run, since ${step.needs} failed`);
    broken.push(step.script);
    continue;
  }
  const { passed, failed } = run(step);
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) broken.push(step.script);
}

if (broken.length > 0) console.log(`\nFailed or not run: ${broken.join(', ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = broken.length > 0 || total.passed === 0 ? 1 : 0;
