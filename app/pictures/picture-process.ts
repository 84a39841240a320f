import { constants, setPriority } from "node:os";
import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import {
  fallbackOf,
  type PictureAnswer,
  type PictureFile,
  widthsOf,
} from "#app/domain/campaign/picture/picture.ts";

/** Decoding AVIF takes 20 bytes a pixel, the others at most 6. */
const pixelsAtMost = { jpeg: 50_000_000, png: 50_000_000, webp: 50_000_000, avif: 25_000_000 };

/**
 * The process that decodes one uploaded picture: the picture on standard input, its files on standard output,
 * the seconds and megabytes it may take as its arguments. It has no secrets, no database and little priority,
 * and a picture that crashes it harms nothing else.
 */
const [seconds, megabytes] = process.argv.slice(1).map(Number) as [number, number];
setTimeout(() => process.exit(2), seconds * 1000).unref();
// A decoder goes by what is in the file, not by its head. It runs in another thread, and an
// exit would wait for it.
setInterval(() => {
  if (process.memoryUsage.rss() > megabytes * 1_000_000) process.kill(process.pid, "SIGKILL");
}, 20).unref();
setPriority(constants.priority.PRIORITY_LOW);

sharp.concurrency(1);
sharp.cache(false);
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["Jpeg", "Png", "Webp", "Heif"].map((format) => `VipsForeignLoad${format}Buffer`),
});

const answer = await make(await buffer(process.stdin)).catch(
  (): PictureAnswer => ({ problem: "picture-broken" }),
);
if ("problem" in answer) process.stdout.write(`${JSON.stringify(answer)}\n`);
else {
  const files = answer.files.map(({ bytes, ...file }) => ({ ...file, length: bytes.length }));
  process.stdout.write(`${JSON.stringify({ ...answer, files })}\n`);
  for (const { bytes } of answer.files) process.stdout.write(bytes);
}

async function make(upload: Buffer): Promise<PictureAnswer> {
  const options = { limitInputPixels: pixelsAtMost.jpeg, failOn: "error" } as const;
  const about = await sharp(upload, options)
    .metadata()
    .catch((error: Error) => error);
  if (about instanceof Error)
    return { problem: about.message.includes("pixel limit") ? "picture-pixels" : "picture-kind" };
  const format = about.format === "heif" && about.compression === "av1" ? "avif" : about.format;
  if (format !== "jpeg" && format !== "png" && format !== "webp" && format !== "avif")
    return { problem: "picture-kind" };
  const { width, height } = about.autoOrient;
  if ((about.pages ?? 1) > 1) return { problem: "picture-moves" };
  if (width * height > pixelsAtMost[format]) return { problem: "picture-pixels" };
  if (width > 4 * height || height > 1.5 * width) return { problem: "picture-shape" };
  const widths = widthsOf(width);
  const [smallest] = widths;
  if (smallest === undefined) return { problem: "picture-small" };

  // sRGB without a profile, upright, opaque: what a page shows. Nothing else of the file is kept.
  const { data, info } = await sharp(upload, options)
    .autoOrient()
    .resize({ width: Math.max(...widths) })
    .flatten({ background: { r: 255, g: 255, b: 255 } })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const files: PictureFile[] = [];
  for (const each of widths) {
    const bytes = await sharp(data, { raw }).resize({ width: each }).webp({ quality: 78 }).toBuffer();
    files.push({ width: each, type: "webp", bytes });
  }
  const fallback = await sharp(data, { raw })
    .resize({ width: fallbackOf(width) })
    .jpeg({ quality: 80, mozjpeg: true })
    .toBuffer({ resolveWithObject: true });
  files.push({ width: fallback.info.width, type: "jpeg", bytes: fallback.data });
  return { width: fallback.info.width, height: fallback.info.height, files };
}
