import { Writable } from "node:stream";

/** Collects a stream in one buffer. */
export async function collect(write: (to: Writable) => Promise<void>): Promise<Buffer> {
  const parts: Buffer[] = [];
  const to = new Writable({
    highWaterMark: 1024 * 1024,
    write(part: Buffer, _encoding, done) {
      parts.push(part);
      done();
    },
  });
  await write(to);
  return Buffer.concat(parts);
}
