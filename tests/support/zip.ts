import { buffer } from "node:stream/consumers";
import { fromBufferPromise } from "yauzl";

/** The files of a zip as text. */
export async function unzipped(bytes: Buffer): Promise<Record<string, string>> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  const files: Record<string, string> = {};
  for await (const entry of zip.eachEntry()) {
    files[entry.fileName] = (await buffer(await zip.openReadStreamPromise(entry))).toString("latin1");
  }
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, fromLatin1(name, text)]));
}

const fromLatin1 = (name: string, text: string) =>
  name.endsWith(".sig") ? text : Buffer.from(text, "latin1").toString("utf8");
