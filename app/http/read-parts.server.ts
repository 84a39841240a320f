import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as WebStream } from "node:stream/web";
import busboy from "busboy";

type Parts = {
  field(name: string, value: string): void;
  /** Takes the bytes of a file as they come, or null: they are passed over. */
  file(name: string, fileName: string | null, bytes: AsyncIterable<Uint8Array>): Promise<unknown> | null;
};

const limits = { fieldNameSize: 100, fieldSize: 4000, fields: 20, files: 5, parts: 25, headerPairs: 20 };

/**
 * Reads a form in parts (RFC 7578) one after the other, with no more than a block of a file in memory. False
 * where it cannot be read to its end. What a file's part throws is thrown once the form has ended.
 */
export async function readParts(request: Request, parts: Parts): Promise<boolean> {
  const parser = parserFor(request.headers.get("content-type") ?? "");
  if (!parser || !request.body) return false;
  const files: Promise<unknown>[] = [];
  parser.on("field", (name, value) => parts.field(name, value));
  parser.on("file", (name, bytes, { filename }) => {
    // A broken form ends the part with an error. The reader of the part gets it.
    bytes.on("error", () => {});
    const taken = parts.file(name, cleanName(filename), bytes.iterator({ destroyOnReturn: false }));
    const passed = Promise.resolve(taken).finally(() => bytes.resume());
    // It is waited for below, once the form has ended.
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

/** Browsers write these three so within quotes; a name that has them written out is rarer. */
const escaped: Record<string, string> = { "%22": '"', "%0D": " ", "%0A": " " };

/** What a file is called, as text of one line; two of the format characters join letters, so they stay. */
const cleanName = (name: string | undefined) =>
  (name ?? "")
    .replace(/%22|%0D|%0A/gi, (code) => escaped[code.toUpperCase()] ?? code)
    .replace(/[\p{Cc}\uFFFD]|(?![\u200c\u200d])\p{Cf}/gu, " ")
    .replace(/ +/g, " ")
    .trim() || null;
