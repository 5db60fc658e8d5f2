import path from 'node:path';
import { keepTextsIn } from '../citations/engine.ts';
import { cacheFolder } from '../reading/cache.ts';
import { contentFolder, contentOption, loadAstro, projectRoot, readArgs, refuseUnbundledPath, type Command } from './command.ts';
import { readPort } from './serve.ts';

export const dev: Command = {
  usage: 'dev [--content DIR] [--port N]',
  summary: 'Live preview: pages follow the content as it is edited; findings are printed.',
  async run(args) {
    const { values } = readArgs(args, { ...contentOption, port: { type: 'string' } });
    refuseUnbundledPath();
    process.env.ALMANAC_CONTENT = contentFolder(values.content);
    keepTextsIn(path.join(cacheFolder(), 'citations'));
    const port = readPort(values.port);
    const { dev: preview } = await loadAstro();
    // The bundler looks for packages from where it stands.
    process.chdir(projectRoot);
    const server = await preview({ root: projectRoot, server: { port }, logLevel: 'info' });
    await new Promise((resolve) => process.once('SIGINT', resolve));
    await server.stop();
    return 0;
  },
};
