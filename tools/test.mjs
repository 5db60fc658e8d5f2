/**
 * npm test: lint, types and tests side by side. Tests are shown as they run, each other step whole once it
 * has ended; it fails where one of them does. With --whole nothing is sampled: every random case, every page.
 */
import { spawn } from 'node:child_process';

const cached = (tool) => ['--cache', '--cache-location', `node_modules/.cache/${tool}/`];
const incremental = (name) => [
  '--incremental',
  '--tsBuildInfoFile',
  `node_modules/.cache/tsc/${name}.tsbuildinfo`,
];

/** What one command after the other asks; the first that fails ends its step. */
const steps = {
  tests: [['vitest', 'run', ...process.argv.slice(2).filter((word) => word !== '--whole')]],
  types: [
    ['tsc', '-p', 'src/browser', ...incremental('browser')],
    ['tsc', '-p', 'tsconfig.node.json', ...incremental('node')],
    // All that the two before it do not check: pages, components, tests.
    ['astro', 'check', '--minimumSeverity', 'error', '--tsconfig', 'tsconfig.rest.json'],
  ],
  lint: [
    ['eslint', ...cached('eslint'), '.'],
    ['prettier', '--check', ...cached('prettier'), '.'],
  ],
};
const env = process.argv.includes('--whole') ? { ...process.env, ALMANAC_TESTS: 'whole' } : process.env;

/**
 * Runs a program of this project (npm puts their folder on the path); its exit code and, unless it is shown
 * at once, its output.
 */
function run([program, ...args], isShown) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      env,
      shell: process.platform === 'win32',
      stdio: isShown ? 'inherit' : 'pipe',
    });
    let output = '';
    child.stdout?.on('data', (data) => (output += data));
    child.stderr?.on('data', (data) => (output += data));
    child.on('error', (error) => resolve({ code: 1, output: `${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

async function step([name, commands]) {
  const begun = performance.now();
  const isShown = name === 'tests';
  let failed = false;
  for (const command of commands) {
    const { code, output } = await run(command, isShown);
    failed = code !== 0;
    if (output !== '') process.stdout.write(`\n${name}: ${command.join(' ')}\n${output}`);
    if (failed) break;
  }
  return `${name} ${failed ? 'failed' : 'passed'} (${((performance.now() - begun) / 1000).toFixed(0)} s)`;
}

const told = await Promise.all(Object.entries(steps).map(step));
process.stdout.write(`\n${told.join(', ')}\n`);
process.exitCode = told.some((line) => / failed /.test(line)) ? 1 : 0;
