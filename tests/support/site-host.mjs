// Runs the built product for one test file after the other, in one process: what a process of its own would
// read, compile and warm up for each file took longer than what the file asks. Every site has its own
// database, port, limits and caches.
const { startSite } = await import(new URL("../../build/server/start-site.js", import.meta.url).href);
process.setMaxListeners(0);
/** What every site is given alike. */
const kept = new Set(Object.keys(process.env));
const tell = (message) => process.connected && process.send(message);
/** How to end a site, by its number. */
const ends = new Map();
const say = process.stdout.write.bind(process.stdout);

async function host({ id, env }) {
  const until = new Promise((resolve) => ends.set(id, resolve));
  process.stdout.write = (line, ...rest) => {
    // Besides the lines of the log, which have a level: where the site is, once it answers there.
    if (String(line).startsWith('{"address"')) tell({ id, started: String(line).trimEnd() });
    return say(line, ...rest);
  };
  Object.assign(process.env, env);
  // It has read its environment once it waits for the first time.
  const ended = startSite(true, until);
  for (const name of Object.keys(env)) if (!kept.has(name)) delete process.env[name];
  try {
    tell({ id, ended: await ended });
  } catch (error) {
    tell({ id, failed: error.stack });
  }
}

process.on("message", ({ stop, ...site }) => (stop ? ends.get(stop)?.() : host(site)));
process.on("disconnect", () => process.exit());
tell({ ready: true });
