import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/cli/command.ts';

const text = fs.readFileSync(path.join(projectRoot, 'package-lock.json'), 'utf8');
const { packages } = JSON.parse(text) as {
  packages: Record<string, { integrity?: string; resolved?: string }>;
};
const rows = Object.entries(packages).filter(([name]) => name !== '');

describe('the lock file', () => {
  it('has the hash of every package, those of other platforms included', () => {
    expect(
      rows.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([name]) => name),
    ).toEqual([]);
    expect(rows.length).toBeGreaterThan(500);
  });

  it('names no registry', () => {
    expect(rows.filter(([, { resolved }]) => resolved !== undefined).map(([name]) => name)).toEqual([]);
  });
});
