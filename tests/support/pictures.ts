import { deflateSync } from "node:zlib";
import sharp from "sharp";

/** Varies colors smoothly, as in a photograph. */
export function aPicture({ width = 1200, height = 800, blue = 120 } = {}) {
  const values = Array.from({ length: 16 * 12 * 3 }, (_, at) => Math.imul(at + 1, 2_654_435_761) >>> 24);
  const small = Buffer.from(values).fill(blue, 0, 30);
  return sharp(small, { raw: { width: 16, height: 12, channels: 3 } }).resize(width, height, { fit: "fill" });
}

/** Makes a phone's JPEG: where it was taken, by which device, and how it was held. */
export const aPhonePicture = (orientation = 1) =>
  aPicture()
    .withExif({
      IFD0: { Make: "SecretPhone", Copyright: "Secret Owner" },
      IFD3: {
        GPSLatitudeRef: "N",
        GPSLatitude: "38/1 53/1 23/1",
        GPSLongitudeRef: "W",
        GPSLongitude: "77/1 0/1 32/1",
      },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><creator>SecretXmp</creator></x:xmpmeta>')
    .withIccProfile("p3")
    .withMetadata({ orientation })
    .jpeg()
    .toBuffer();

/** Makes a PNG in a few kilobytes that claims this many pixels. */
export function aBomb(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(Buffer.alloc(Math.min(height * (Math.ceil(width / 8) + 1), 1_000_000)))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  crc.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, crc]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** Repeats one frame in an animated WebP. */
export async function manyFrames(times: number): Promise<Buffer> {
  const two = Buffer.alloc(700 * 500 * 2 * 3).fill(200, 0, 700 * 500 * 3);
  const raw = { width: 700, height: 1000, channels: 3, pageHeight: 500 } as const;
  const webp = await sharp(two, { raw }).webp({ lossless: true, effort: 0 }).toBuffer();
  const at = webp.indexOf("ANMF");
  const frame = webp.subarray(at, at + 8 + webp.readUInt32LE(at + 4));
  const all = Buffer.concat([webp.subarray(0, at), ...Array.from({ length: times }, () => frame)]);
  all.writeUInt32LE(all.length - 8, 4);
  return all;
}
