import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import type { MiddlewareHandler } from "hono";
import { getMimeType } from "hono/utils/mime";
import { words } from "#app/i18n/index.ts";
import { preferredEncoding } from "./page-cache.ts";

/** Files in these folders change their name when their content changes. */
const neverChanging = /^\/(?:assets|fonts)(?:\/|$)/;
const suffixes = { br: ".br", gzip: ".gz", identity: "" };
const caching = {
  forGood: "public, max-age=31536000, immutable",
  briefly: "public, max-age=3600",
  /** A file of a build that is still being copied may arrive a moment later. */
  missing: "public, max-age=60",
};

/**
 * Serves the files of `folders`; the first folder that has a name wins. They are listed once at the start,
 * and only listed paths are read. Under /assets and /fonts any other path is a 404; elsewhere it may be a
 * page.
 */
export function serveClientFiles(folders: readonly string[]): MiddlewareHandler {
  const listed = new Set(folders.flatMap(listFiles));
  // A build that ends while this process runs moves replaced files into another of the folders.
  const read = async (path: string) => {
    for (const folder of folders) {
      const bytes = await readFile(join(folder, path)).catch(() => null);
      if (bytes) return new Uint8Array(bytes);
    }
    return null;
  };

  return async (c, next) => {
    if (c.req.method !== "GET" && c.req.method !== "HEAD") return next();
    const { pathname: path } = new URL(c.req.url);
    const isFixed = neverChanging.test(path);
    if (listed.has(path)) {
      const encoding = preferredEncoding(c.req.header("accept-encoding") ?? "");
      const compressed = encoding === "identity" ? null : await read(path + suffixes[encoding]);
      const body = compressed ?? (await read(path));
      if (body) {
        c.header("Content-Type", getMimeType(path) ?? "application/octet-stream");
        c.header("Cache-Control", isFixed ? caching.forGood : caching.briefly);
        c.header("Vary", "Accept-Encoding");
        if (compressed) c.header("Content-Encoding", encoding);
        c.header("Content-Length", String(body.length));
        return c.body(body);
      }
    }
    if (!isFixed) return next();
    return c.text(words("en").errors.plain["no-file"], 404, { "Cache-Control": caching.missing });
  };
}

/** The files of a folder as paths from the site's root, without compressed copies. */
function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(({ name }) => !name.startsWith(".") && !/\.(br|gz)$/.test(name))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, path, name }) => join(parentPath ?? path, name))
    .map((file) => file.slice(folder.length).replaceAll(sep, "/"));
}
