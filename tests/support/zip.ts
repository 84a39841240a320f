import { buffer } from "node:stream/consumers";
import { fromBufferPromise } from "yauzl";
import { ZipFile } from "yazl";

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

/** A zip of these files, in their order. */
export async function zipped(files: Iterable<readonly [name: string, content: Buffer]>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of files) zip.addBuffer(content, name);
  zip.end();
  return buffer(zip.outputStream as never);
}
