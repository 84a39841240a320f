import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as WebStream } from "node:stream/web";
import busboy from "busboy";

type Parts = {
  field(name: string, value: string): void;
  /** Takes the bytes of a file as they arrive; null to skip them. */
  file(name: string, fileName: string | null, bytes: AsyncIterable<Uint8Array>): Promise<unknown> | null;
};

const limits = { fieldNameSize: 100, fieldSize: 4000, fields: 20, files: 5, parts: 25, headerPairs: 20 };

/**
 * Reads a multipart form (RFC 7578) part by part, with no more than one block of a file in memory. False if
 * it cannot be read to its end. An error from a file's part is thrown once the form has ended.
 */
export async function readParts(request: Request, parts: Parts): Promise<boolean> {
  const parser = parserFor(request.headers.get("content-type") ?? "");
  if (!parser || !request.body) return false;
  const files: Promise<unknown>[] = [];
  parser.on("field", (name, value) => parts.field(name, value));
  parser.on("file", (name, bytes, { filename }) => {
    // A broken form ends the part with an error, which the part's reader gets.
    bytes.on("error", () => {});
    const taken = parts.file(name, cleanName(filename), bytes.iterator({ destroyOnReturn: false }));
    const passed = Promise.resolve(taken).finally(() => bytes.resume());
    // Awaited below, once the form has ended.
    passed.catch(() => {});
    files.push(passed);
  });
  const ended = await pipeline(Readable.fromWeb(request.body as WebStream), parser).then(
    () => true,
    () => false,
  );
  await Promise.all(files);
  return ended;
}

function parserFor(type: string) {
  if (!/^multipart\/form-data\b/i.test(type)) return null;
  try {
    return busboy({ headers: { "content-type": type }, defParamCharset: "utf8", limits });
  } catch {
    return null;
  }
}

/** Browsers escape these three in a quoted name; a name that really contains such an escape is rarer. */
const escaped: Record<string, string> = { "%22": '"', "%0D": " ", "%0A": " " };

/** Makes a file name one line of text. Two of the format characters join letters, so they stay. */
const cleanName = (name: string | undefined) =>
  (name ?? "")
    .replace(/%22|%0D|%0A/gi, (code) => escaped[code.toUpperCase()] ?? code)
    .replace(/[\p{Cc}\uFFFD]|(?![\u200c\u200d])\p{Cf}/gu, " ")
    .replace(/ +/g, " ")
    .trim() || null;
