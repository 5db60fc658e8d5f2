import http from 'node:http';
import path from 'node:path';
import { keepTextsIn } from '../citations/engine.ts';
import { basePathOf } from '../model/site-address.ts';
import { cacheFolder } from '../reading/cache.ts';
import { UnreadableContent } from '../reading/corpus.ts';
import { MadePages } from '../site/made-pages.ts';
import { providedSite } from '../site/store.ts';
import { belowPath } from './below-path.ts';
import { bringBundle, codeKey, roomOfModules } from './bundle.ts';
import {
  contentFolder,
  contentOption,
  readArgs,
  refuseUnbundledPath,
  UsageError,
  type Command,
} from './command.ts';
import { listForEditors } from './editors.ts';
import { remove } from './folders.ts';
import { Preview } from './preview/preview.ts';
import { follow, PreviewServer } from './preview/server.ts';
import { defaultEditor } from './preview/panel-findings.ts';
import { readPort, openPort } from './serve.ts';

export const dev: Command = {
  usage: 'dev [--content DIR] [--port N] [--editor ADDRESS]',
  summary:
    'Live preview: pages follow the content as it is saved, with the findings on the page; --editor says how a place is opened.',
  async run(args) {
    const { values } = readArgs(args, {
      ...contentOption,
      port: { type: 'string' },
      editor: { type: 'string', default: process.env.ALMANAC_EDITOR ?? defaultEditor },
    });
    refuseUnbundledPath();
    if (!values.editor.includes('{file}'))
      throw new UsageError(
        `--editor is ${values.editor || 'empty'}; expected an address with {file}, such as ${defaultEditor}`,
      );
    const content = contentFolder(values.content);
    listForEditors(content);
    const port = readPort(values.port);
    keepTextsIn(path.join(cacheFolder(), 'citations'));
    let pages: MadePages | undefined;
    const preview = new Preview(content, () => {
      if (!pages) throw new Error('the pages are not there yet');
      return pages;
    });
    preview.load();
    if (preview.unreadable !== undefined) throw new UnreadableContent(preview.unreadable);
    const room = roomOfModules('preview');
    try {
      // Its address stands in the modules; a base that could not be linked so far has none.
      const url =
        providedSite()?.library.base.url ??
        preview.corpus?.files.base?.data?.url ??
        'https://preview.invalid';
      const basePath = basePathOf(url);
      const bundle = await bringBundle(room, codeKey(), url, 'dev');
      pages = await MadePages.of(bundle.entry, bundle.pages, url);
      const server = new PreviewServer({ preview, client: bundle.client, editor: values.editor, basePath });
      const answering = http.createServer(belowPath(basePath, server.answer));
      const listening = await openPort(answering, port);
      const stop = follow(content, preview, (milliseconds) => server.notify(milliseconds));
      const { errors, warnings } = preview.counts;
      process.stdout.write(
        `The preview is at http://localhost:${listening}${basePath}/ (${errors} errors, ${warnings} warnings; Ctrl-C stops it)\n`,
      );
      await new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
      stop();
      server.close();
      answering.close().closeAllConnections();
      return 0;
    } finally {
      remove(room);
    }
  },
};
