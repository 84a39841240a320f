import { createHash } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { isCacheable } from "./page-classes.ts";

const compress = { br: promisify(brotliCompress), gzip: promisify(gzip) };

/** Fresh for one second; for one more a waiting reader gets the old page while a new one is made. */
const freshFor = 1000;
const usableFor = 2000;
/** While the database does not answer, readers get the last page for this long. */
const rescueFor = 300_000;
const patience = 1000;
const atMostEntries = 500;

type Encoding = "br" | "gzip" | "identity";
type Entry = {
  madeAt: number;
  etag: string;
  bodies: Record<Encoding, Buffer>;
  headers: Record<string, string>;
};

/**
 * Public pages by path, kept whole and compressed. The key is the path with its language and nothing
 * else: `render` gets neither query nor cookies, so nothing personal can enter a cached page. However
 * many ask at once, a page is rendered once. `seen` is told of every page that was answered.
 */
export function createPageCache(
  render: (path: string) => Promise<Response>,
  withoutLanguage: (path: string) => string,
  seen: (request: IncomingMessage, path: string) => void = () => {},
): (next: RequestListener) => RequestListener {
  const entries = new Map<string, Entry>();
  const underway = new Map<string, Promise<Entry | null>>();

  const refresh = (path: string) => {
    let filling = underway.get(path);
    if (!filling) {
      filling = fill(entries, path, render).finally(() => underway.delete(path));
      underway.set(path, filling);
    }
    return filling;
  };

  const answer = (request: IncomingMessage, response: ServerResponse, path: string, entry: Entry) => {
    seen(request, withoutLanguage(path));
    send(request, response, entry);
  };

  return (next) => (request, response) => {
    const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
    const readable = request.method === "GET" || request.method === "HEAD";
    if (!readable || !isCacheable(withoutLanguage(path))) return next(request, response);

    const entry = entries.get(path);
    const age = entry ? performance.now() - entry.madeAt : Number.POSITIVE_INFINITY;
    if (entry && age <= freshFor) return answer(request, response, path, entry);
    const refreshed = refresh(path);
    refreshed.catch(() => {});
    if (entry && age <= usableFor) {
      return answer(request, response, path, entry);
    }
    const rescue = entry && age <= rescueFor ? entry : null;
    const late = rescue ? after(patience, rescue) : [];
    Promise.race([refreshed, ...late]).then(
      (fresh) => (fresh ? answer(request, response, path, fresh) : next(request, response)),
      () => (rescue ? answer(request, response, path, rescue) : next(request, response)),
    );
  };
}

/** `value` after so many milliseconds, as a list to race with. */
const after = <T>(milliseconds: number, value: T) => [
  new Promise<T>((resolve) => setTimeout(resolve, milliseconds, value).unref()),
];

async function fill(entries: Map<string, Entry>, path: string, render: (path: string) => Promise<Response>) {
  const madeAt = performance.now();
  const answer = await render(path);
  if (answer.status >= 500) {
    await answer.body?.cancel();
    throw new Error(`the page was answered with ${answer.status}`);
  }
  if (answer.status !== 200 || answer.headers.has("set-cookie")) {
    await answer.body?.cancel();
    entries.delete(path);
    return null;
  }
  const identity = Buffer.from(await answer.arrayBuffer());
  const etag = `W/"${createHash("sha256").update(identity).digest("base64url").slice(0, 27)}"`;
  const known = entries.get(path);
  if (known?.etag === etag) {
    known.madeAt = madeAt;
    return known;
  }

  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
  const [br, gz] = await Promise.all([compress.br(identity, { params }), compress.gzip(identity)]);
  const { "x-request-id": _ofThisRendering, ...own } = Object.fromEntries(answer.headers);
  const headers = { ...own, etag, vary: "Accept-Encoding" };
  const entry = { madeAt, etag, bodies: { br, gzip: gz, identity }, headers };
  if (entries.size >= atMostEntries) entries.delete(entries.keys().next().value ?? "");
  entries.set(path, entry);
  return entry;
}

function send(request: IncomingMessage, response: ServerResponse, { etag, bodies, headers }: Entry) {
  if (knows(request.headers["if-none-match"], etag)) return void response.writeHead(304, headers).end();

  const encoding = preferredEncoding(String(request.headers["accept-encoding"] ?? ""));
  const body = bodies[encoding];
  response.writeHead(200, {
    ...headers,
    ...(encoding === "identity" ? {} : { "content-encoding": encoding }),
    "content-length": body.length,
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** RFC 9110 section 13.1.2: a list of tags, compared weakly. */
function knows(header: string | undefined, etag: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, "");
  return header !== undefined && (header.trim() === "*" || header.split(",").map(bare).includes(bare(etag)));
}

function preferredEncoding(header: string): Encoding {
  const refused = (name: string) => new RegExp(`\\b${name}\\s*;\\s*q=0(\\.0*)?\\s*(,|$)`).test(header);
  const accepted = (name: string) => new RegExp(`(^|,)\\s*${name}\\s*(;|,|$)`).test(header) && !refused(name);
  if (accepted("br")) return "br";
  if (accepted("gzip")) return "gzip";
  return "identity";
}
