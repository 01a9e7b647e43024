// `npm test`: gets what is missing and runs all that CI runs, each step to its end, then says how it went.
// The last line is "N passed, N failed": every check counts as one, every test as itself.

import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines } from './last-lines.mjs';
import { browser, environment, packages, root, secondBrowser } from './prepare.mjs';

let env = environment();
packages(env);
env = {
  ...secondBrowser(browser(env)),
  CI: process.env.CI ?? 'true',
  FORCE_COLOR: '0',
  PLAYWRIGHT_JSON_OUTPUT_FILE: join(root, 'test-results', 'stories.json'),
};
const results = join(root, 'test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const bin = (name) => join(root, 'node_modules', '.bin', name);
const tally = { passed: 0, failed: 0, skipped: 0 };

await Promise.all([
  check('format and lint', [bin('biome'), 'check', '--colors=off', '--max-diagnostics=50', '.']),
  check('types', [env.WAYSIDE_NODE, '.ci/types.mjs']),
  check('dead code', [bin('knip'), '--config', '.ci/knip.json', '--no-progress']),
  check('build', [bin('vite'), 'build', '--logLevel', 'warn']),
]);
await check('sizes', [env.WAYSIDE_NODE, '.ci/sizes.mjs']);
await tests(
  'unit, property, contract and component tests',
  [bin('vitest'), 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${join(results, 'unit.json')}`],
  () => {
    const report = JSON.parse(readFileSync(join(results, 'unit.json'), 'utf8'));
    const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
    return { passed: report.numPassedTests, failed: report.numFailedTests + broken, skipped: report.numPendingTests + report.numTodoTests };
  },
);
await tests(
  'stories in a browser',
  [bin('playwright'), 'test', '--config', 'tests/e2e/playwright.config.ts', '--reporter=list,json'],
  () => {
    const { stats } = JSON.parse(readFileSync(env.PLAYWRIGHT_JSON_OUTPUT_FILE, 'utf8'));
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
  },
);

console.log(`\n${lastLines(tally).join('\n')}`);
process.exitCode = tally.failed === 0 ? 0 : 1;

/** A command that must end well. Counts as one. */
async function check(name, [command, ...args]) {
  const began = Date.now();
  console.log(`\n== ${name}`);
  const good = (await ended(command, args)) === 0;
  tally[good ? 'passed' : 'failed'] += 1;
  console.log(`${good ? 'ok' : 'FAILED'}: ${name}, ${seconds(began)}`);
}

/** A test runner; no test found, or no report, is a failure. */
async function tests(name, [command, ...args], count) {
  const began = Date.now();
  console.log(`\n== ${name}`);
  const code = await ended(command, args);
  let counted = { passed: 0, failed: 1, skipped: 0 };
  try {
    counted = count();
  } catch (error) {
    console.log(`no report of ${name}: ${error.message}`);
  }
  if (code !== 0 && counted.failed === 0) counted.failed = 1;
  if (counted.passed === 0 && counted.failed === 0) counted.failed = 1;
  for (const key of Object.keys(tally)) tally[key] += counted[key];
  console.log(`${counted.failed === 0 ? 'ok' : 'FAILED'}: ${name}, ${counted.passed} passed, ${counted.failed} failed, ${seconds(began)}`);
}

function ended(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

function seconds(began) {
  return `${((Date.now() - began) / 1000).toFixed(1)} s`;
}
