import type { APIContext } from 'astro';
import { describe, expect, it } from 'vitest';
import { onRequest } from '../../../src/middleware.ts';
import { made, Unmade } from '../../../src/model/unmade.ts';

const page = (next: () => Promise<Response>) =>
  onRequest({ url: new URL('https://base.example/trials/alpha/') } as APIContext, next) as Promise<Response>;

describe('a page that cannot be made', () => {
  it('is named by what is thrown, in one line', async () => {
    const thrown = await page(() => Promise.reject(new TypeError('Invalid URL\n    at x.ts:1'))).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(Unmade);
    expect((thrown as Unmade).message).toBe('/trials/alpha/ could not be made: Invalid URL');
  });

  it('is named, too, where the fault comes while it is read', async () => {
    const body = new ReadableStream({
      pull() {
        throw new Error('no arm');
      },
    });
    await expect(page(() => Promise.resolve(new Response(body)))).rejects.toThrow('/trials/alpha/ could not be made: no arm');
  });

  it('keeps what it answers otherwise', async () => {
    const answer = await page(() => Promise.resolve(new Response('text', { headers: { 'content-type': 'text/html' } })));
    expect([await answer.text(), answer.headers.get('content-type')]).toEqual(['text', 'text/html']);
  });

  it('is named once, by what lies nearest to the fault', () => {
    const fault = () => made('/trials/alpha/#cr', () => JSON.parse('{') as unknown);
    expect(() => made('trials/alpha.fhir.json', fault)).toThrow(/^\/trials\/alpha\/#cr could not be made: [^\n]+$/);
  });
});
