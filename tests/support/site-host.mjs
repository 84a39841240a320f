// Runs the built product for one test file after the other, in one process: starting one for each file took
// longer than its requests. Every site has its own database, port, limits and caches.
const { startSite } = await import(new URL("../../build/server/start-site.js", import.meta.url).href);
process.setMaxListeners(0);
/** Environment that all sites share. */
const kept = new Set(Object.keys(process.env));
const tell = (message) => process.connected && process.send(message);
/** How to end a site, by its number. */
const ends = new Map();
const say = process.stdout.write.bind(process.stdout);

async function host({ id, env }) {
  const until = new Promise((resolve) => ends.set(id, resolve));
  process.stdout.write = (line, ...rest) => {
    // Besides log lines, which have a level: the site's address, once it answers.
    if (String(line).startsWith('{"address"')) tell({ id, started: String(line).trimEnd() });
    return say(line, ...rest);
  };
  Object.assign(process.env, env);
  // It has read its environment at its first await.
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
