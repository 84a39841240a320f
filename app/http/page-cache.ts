import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { isCacheable, isOwn } from "./page-classes.ts";

const compress = { br: promisify(brotliCompress), gzip: promisify(gzip) };

/** Fresh for one second; for one second more, readers get the old page while a new one is rendered. */
const freshFor = 1000;
const usableFor = 2000;
/**
 * A page whose rendering fails, as in an outage of the database, is replaced by the last one for this long.
 */
const rescueFor = 300_000;
/** A rendering slower than this is replaced by the last page, if that is no older than `lateFor`. */
const patience = 1000;
const lateFor = 5000;
const atMostEntries = 500;

/** Bytes. What fits into one packet with its headers is not compressed: that would save nothing. */
const worthCompressing = 512;

type Encoding = "br" | "gzip" | "identity";
/** A written answer: alternating header names and values, and the body. Node sends a text with its head. */
type Answer = { headers: readonly string[]; body: Buffer | string };
type Entry = {
  madeAt: number;
  /** The path without its language. */
  page: string;
  etag: string;
  answers: Record<Encoding, Answer>;
  unchanged: readonly string[];
};

/**
 * Caches public pages by path, whole and compressed. The key is the path with its language alone: `render`
 * gets neither query nor cookies, so nothing personal can enter a cached page. Concurrent requests share one
 * rendering. `seen` is called for every page answered; `clock` gives monotonic milliseconds.
 */
export function createPageCache(
  render: (path: string) => Promise<Response>,
  withoutLanguage: (path: string) => string,
  seen: (request: IncomingMessage, path: string) => void = () => {},
  clock = () => performance.now(),
): (next: RequestListener) => RequestListener {
  const entries = new Map<string, Entry>();
  const underway = new Map<string, Promise<Entry | null>>();

  const refresh = (path: string) => {
    let filling = underway.get(path);
    if (!filling) {
      filling = fill(entries, path, withoutLanguage(path), render, clock()).finally(() =>
        underway.delete(path),
      );
      underway.set(path, filling);
    }
    return filling;
  };

  const answer = (request: IncomingMessage, response: ServerResponse, entry: Entry) => {
    seen(request, entry.page);
    send(request, response, entry);
  };

  return (next) => (request, response) => {
    const { url = "/", method } = request;
    const query = url.indexOf("?");
    const path = query < 0 ? url : url.slice(0, query);
    if (method !== "GET" && method !== "HEAD") return next(request, response);
    if (query >= 0 && isOwn(withoutLanguage(path), url.slice(query))) return next(request, response);

    // Only cacheable pages have an entry, so a fresh one needs no second check of its path.
    const entry = entries.get(path);
    const age = entry ? clock() - entry.madeAt : Number.POSITIVE_INFINITY;
    if (entry && age <= freshFor) return answer(request, response, entry);
    if (!isCacheable(withoutLanguage(path))) return next(request, response);
    const refreshed = refresh(path);
    refreshed.catch(() => {});
    if (entry && age <= usableFor) {
      return answer(request, response, entry);
    }
    const rescue = entry && age <= rescueFor ? entry : null;
    const late = entry && age + patience <= lateFor ? after(patience, entry) : [];
    Promise.race([refreshed, ...late]).then(
      (fresh) => (fresh ? answer(request, response, fresh) : next(request, response)),
      () => (rescue ? answer(request, response, rescue) : next(request, response)),
    );
  };
}

/** Resolves to `value` after so many milliseconds; a list, to race with. */
const after = <T>(milliseconds: number, value: T) => [
  new Promise<T>((resolve) => setTimeout(resolve, milliseconds, value).unref()),
];

async function fill(
  entries: Map<string, Entry>,
  path: string,
  page: string,
  render: (path: string) => Promise<Response>,
  madeAt: number,
) {
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
    return store(entries, path, known);
  }

  const { "x-request-id": _ofThisRendering, ...own } = Object.fromEntries(answer.headers);
  const headers = Object.entries({ ...own, etag, vary: "Accept-Encoding" }).flat();
  const entry = { madeAt, page, etag, answers: await everyEncoding(identity, headers), unchanged: headers };
  return store(entries, path, entry);
}

/** Stores a page as the newest; above the limit it replaces the one that was rendered longest ago. */
function store(entries: Map<string, Entry>, path: string, entry: Entry): Entry {
  entries.delete(path);
  if (entries.size >= atMostEntries) entries.delete(entries.keys().next().value ?? "");
  entries.set(path, entry);
  return entry;
}

async function everyEncoding(body: Buffer, shared: readonly string[]): Promise<Entry["answers"]> {
  const sized = (bytes: Buffer, ...more: string[]): Answer => ({
    headers: [...shared, ...more, "content-length", `${bytes.length}`],
    body: bytes,
  });
  const identity = sized(body);
  if (body.length < worthCompressing) {
    const text = isUtf8(body) ? { ...identity, body: body.toString() } : identity;
    return { identity: text, br: text, gzip: text };
  }
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
  const [br, gzip] = await Promise.all([compress.br(body, { params }), compress.gzip(body)]);
  return { identity, br: sized(br, "content-encoding", "br"), gzip: sized(gzip, "content-encoding", "gzip") };
}

function send(request: IncomingMessage, response: ServerResponse, { etag, answers, unchanged }: Entry) {
  const known = request.headers["if-none-match"];
  if (known !== undefined && knows(known, etag))
    return void response.writeHead(304, unchanged as string[]).end();
  const { headers, body } = answers[preferredEncoding(`${request.headers["accept-encoding"] ?? ""}`)];
  response.writeHead(200, headers as string[]);
  response.end(request.method === "HEAD" ? undefined : body);
}

/** Compares a list of tags weakly (RFC 9110, section 13.1.2). */
function knows(header: string, etag: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, "");
  return header.trim() === "*" || header.split(",").map(bare).includes(bare(etag));
}

/** Browsers send one of a few values, so the last few are cached. */
const preferred = new Map<string, Encoding>();

/** Returns the encoding of ours that Accept-Encoding prefers. */
export function preferredEncoding(header: string): Encoding {
  const known = preferred.get(header);
  if (known) return known;
  const refused = (name: string) => new RegExp(`\\b${name}\\s*;\\s*q=0(\\.0*)?\\s*(,|$)`).test(header);
  const accepted = (name: string) => new RegExp(`(^|,)\\s*${name}\\s*(;|,|$)`).test(header) && !refused(name);
  const found = accepted("br") ? "br" : accepted("gzip") ? "gzip" : "identity";
  if (preferred.size >= 50) preferred.clear();
  if (header.length < 100) preferred.set(header, found);
  return found;
}
