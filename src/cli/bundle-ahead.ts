// Makes the modules of the pages for a code and an address, and keeps them: `node bundle-ahead.ts CODE SITE`.
import { bringBundle, roomOfModules } from './bundle.ts';
import { remove } from './folders.ts';

const [code = '', site = ''] = process.argv.slice(2);
const room = roomOfModules('pages');
try {
  await bringBundle(room, code, site, 'build');
} catch {
  // The build that asked makes them itself, and says what is wrong.
  process.exitCode = 1;
} finally {
  remove(room);
}
