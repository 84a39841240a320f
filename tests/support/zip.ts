import { buffer } from "node:stream/consumers";
import { fromBufferPromise } from "yauzl";

/** Unpacks a zip. */
export async function unzippedBytes(bytes: Buffer): Promise<Record<string, Buffer>> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  const files: Record<string, Buffer> = {};
  for await (const entry of zip.eachEntry())
    files[entry.fileName] = await buffer(await zip.openReadStreamPromise(entry));
  return files;
}

/** Unpacks a zip as text. */
export async function unzipped(bytes: Buffer): Promise<Record<string, string>> {
  const files = Object.entries(await unzippedBytes(bytes));
  return Object.fromEntries(
    files.map(([name, content]) => [name, content.toString(name.endsWith(".sig") ? "latin1" : "utf8")]),
  );
}
