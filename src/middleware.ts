import type { MiddlewareHandler } from 'astro';
import { Unmade } from './model/unmade.ts';

/** Names the page that an error stopped; Astro knows only the file of its code. */
export const onRequest: MiddlewareHandler = async ({ url }, next) => {
  try {
    const response = await next();
    // A page is made while it is read.
    return new Response(await response.arrayBuffer(), response);
  } catch (error) {
    throw new Unmade(url.pathname, error);
  }
};
