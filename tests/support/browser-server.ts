import { chromium, type BrowserServer } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { findBrowser, flags } from './browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the one browser of a run listens. */
    browser: string;
  }
}

let server: BrowserServer | undefined;

export async function setup({ provide }: TestProject): Promise<void> {
  server = await chromium.launchServer({ executablePath: findBrowser(), args: flags });
  provide('browser', server.wsEndpoint());
}

export async function teardown(): Promise<void> {
  await server?.close();
}
