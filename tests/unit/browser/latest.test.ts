import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { latest } from '../../../src/browser/search/latest.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Asks with the given time to answer each question; shows what was asked and what was shown. */
function watched(times: Record<string, number>) {
  const asked: string[] = [];
  const shown: string[] = [];
  const ask = latest<string, string>(
    100,
    async (question) => {
      asked.push(question);
      await new Promise((resolve) => setTimeout(resolve, times[question] ?? 0));
      if (question === 'bad') throw new Error('no');
      return question;
    },
    (answer) => shown.push(answer),
    () => shown.push('failed'),
  );
  return { ask, asked, shown };
}

test('only the question after which typing stopped is asked', async () => {
  const { ask, asked, shown } = watched({});
  ask('c');
  await vi.advanceTimersByTimeAsync(50);
  ask('cr');
  await vi.advanceTimersByTimeAsync(500);
  expect([asked, shown]).toEqual([['cr'], ['cr']]);
});

test('an answer or a failure that comes after a newer question is dropped', async () => {
  const { ask, shown } = watched({ slow: 1000, bad: 1000 });
  ask('slow', true);
  await vi.advanceTimersByTimeAsync(10);
  ask('bad', true);
  await vi.advanceTimersByTimeAsync(10);
  ask('new', true);
  await vi.advanceTimersByTimeAsync(5000);
  expect(shown).toEqual(['new']);
});

test('a failure is told', async () => {
  const { ask, shown } = watched({});
  ask('bad', true);
  await vi.advanceTimersByTimeAsync(10);
  expect(shown).toEqual(['failed']);
});
