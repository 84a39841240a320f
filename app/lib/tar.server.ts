const block = 512;

/** Packs one file of a tar archive (ustar) into whole blocks. */
export function tarEntry(name: string, content: Buffer, modified: Date): Buffer {
  const header = Buffer.alloc(block);
  const octal = (value: number, width: number) => `${value.toString(8).padStart(width - 1, "0")}\0`;
  header.write(name, 0, 100);
  header.write(octal(0o600, 8), 100);
  header.write(octal(0, 8), 108);
  header.write(octal(0, 8), 116);
  header.write(octal(content.length, 12), 124);
  header.write(octal(Math.floor(modified.getTime() / 1000), 12), 136);
  header.write(" ".repeat(8), 148);
  header.write("0", 156);
  header.write("ustar\0" + "00", 257);
  header.write(`${checksum(header).toString(8).padStart(6, "0")}\0 `, 148);
  return Buffer.concat([header, content, Buffer.alloc(padding(content.length))]);
}

/** Ends an archive. */
export const tarEnd = () => Buffer.alloc(2 * block);

/** Reads the files of a tar archive, one at a time. Throws on a damaged or unfinished one. */
export async function* readTar(
  source: AsyncIterable<Buffer>,
): AsyncGenerator<{ name: string; content: Buffer }> {
  const take = takeFrom(source);
  for (;;) {
    const header = await take(block);
    if (header.every((byte) => byte === 0)) return;
    const expected = Number.parseInt(header.toString("latin1", 148, 154), 8);
    const blank = Buffer.from(header).fill(" ", 148, 156);
    if (checksum(blank) !== expected) throw new Error("the archive is damaged");
    const size = Number.parseInt(header.toString("latin1", 124, 135), 8);
    const name = header.toString("utf8", 0, 100).replace(/\0.*/s, "");
    const content = await take(size);
    await take(padding(size));
    yield { name, content };
  }
}

const padding = (size: number) => (block - (size % block)) % block;

const checksum = (header: Buffer) => header.reduce((sum, byte) => sum + byte, 0);

function takeFrom(source: AsyncIterable<Buffer>) {
  const reader = source[Symbol.asyncIterator]();
  let chunks: Buffer[] = [];
  let length = 0;
  return async (wanted: number): Promise<Buffer> => {
    while (length < wanted) {
      const next = await reader.next();
      if (next.done) throw new Error("the archive ends too early");
      chunks.push(next.value);
      length += next.value.length;
    }
    const all = Buffer.concat(chunks);
    chunks = [all.subarray(wanted)];
    length = all.length - wanted;
    return all.subarray(0, wanted);
  };
}
