import sharp from "sharp";
import { expect, test } from "vitest";
import type { PictureMade } from "#app/domain/campaign/picture/picture.ts";
import { beginUpload, makePicture } from "#app/pictures/make-picture.server.ts";
import { aBomb, aPhonePicture, aPicture, manyFrames } from "#tests/support/pictures.ts";

async function made(upload: Buffer): Promise<PictureMade> {
  const answer = await makePicture(upload);
  if ("problem" in answer) throw new Error(answer.problem);
  return answer;
}
const problemOf = async (upload: Buffer) => {
  const answer = await makePicture(upload);
  return "problem" in answer ? answer.problem : "made";
};

test("a picture loses where, when and with what it was taken, and any profile", async () => {
  const upload = await aPhonePicture();
  const before = await sharp(upload).metadata();
  expect([before.exif, before.xmp, before.icc].map(Boolean)).toEqual([true, true, true]);
  expect(upload.includes("SecretPhone")).toBe(true);

  const { files } = await made(upload);
  expect(files.map(({ width, type }) => `${width} ${type}`)).toEqual(["640 webp", "960 webp", "960 jpeg"]);
  for (const { bytes } of files) {
    const { exif, xmp, icc, iptc, orientation, space, pages } = await sharp(bytes).metadata();
    expect({ exif, xmp, icc, iptc, orientation, space, pages }).toEqual({ space: "srgb" });
    // Whole words of its metadata: three letters occur in any 100 kB of pixels by chance.
    expect(/Secret(?:Phone| Owner|Xmp)|Exif\0\0|http:\/\//.test(bytes.toString("latin1"))).toBe(false);
  }
});

test("a picture that was held sideways is upright, and its size is that of its file", async () => {
  const { width, height, files } = await made(
    await aPicture({ width: 900, height: 1300 }).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
  );
  const jpeg = files.find(({ type }) => type === "jpeg");
  expect(await sharp(jpeg?.bytes).metadata()).toMatchObject({ width, height });
  expect([width, height]).toEqual([1280, 886]);
});

test("a picture is at most 1,920 pixels wide", async () => {
  const upload = await aPicture({ width: 1980, height: 1320 }).jpeg().toBuffer();
  const { width, height, files } = await made(upload);
  expect([width, height]).toEqual([1280, 853]);
  expect(files.map((file) => file.width)).toEqual([640, 960, 1280, 1920, 1280]);
});

test.each(["jpeg", "png", "webp", "avif"] as const)("a picture may be %s", async (format) => {
  const upload = await aPicture({ width: 720, height: 480 }).toFormat(format, { effort: 1 }).toBuffer();
  const { width, height, files } = await made(upload);
  expect([width, height]).toEqual([640, 427]);
  expect(files.map((file) => file.width)).toEqual([640, 640]);
});

test("what shines through a picture is white", async () => {
  const clear = await sharp({ create: { width: 700, height: 500, channels: 4, background: "#ff000000" } })
    .png()
    .toBuffer();
  const { files } = await made(clear);
  const [r, g, b] = await sharp(files[0]?.bytes).raw().toBuffer();
  expect([r, g, b]).toEqual([255, 255, 255]);
});

const small = { width: 700, height: 500 };
const svg = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="700"><rect width="900" height="700"/></svg>',
);

test.each<[name: string, upload: () => Buffer | Promise<Buffer>, problem: string]>([
  ["a bomb of 2,500 million pixels", () => aBomb(50_000, 50_000), "picture-pixels"],
  ["a bomb whose data ends early", () => aBomb(7_000, 7_000), "picture-broken"],
  ["ten thousand frames", () => manyFrames(10_000), "picture-moves"],
  ["a GIF", () => aPicture(small).gif().toBuffer(), "picture-kind"],
  ["a drawing with scripts", () => svg, "picture-kind"],
  [
    "a drawing that begins as a JPEG",
    () => Buffer.concat([Buffer.from("ffd8ffe0", "hex"), svg]),
    "picture-kind",
  ],
  ["a TIFF", () => aPicture(small).tiff().toBuffer(), "picture-kind"],
  ["text", () => Buffer.from("%PDF-1.7 <script>alert(1)</script>"), "picture-kind"],
  ["nothing", () => Buffer.alloc(0), "picture-broken"],
  ["a JPEG cut off", async () => half(await aPicture(small).jpeg().toBuffer()), "picture-broken"],
  ["too small", () => aPicture({ width: 600, height: 400 }).png().toBuffer(), "picture-small"],
  ["a stripe", () => aPicture({ width: 1000, height: 100 }).png().toBuffer(), "picture-shape"],
  ["a tower", () => aPicture({ width: 700, height: 1400 }).png().toBuffer(), "picture-shape"],
])("%s is refused for what it is", async (_name, upload, problem) => {
  expect(await problemOf(await upload())).toBe(problem);
});

const half = (bytes: Buffer) => bytes.subarray(0, bytes.length / 2);

test("a page with a script after the picture's end, which browsers would read, is removed", async () => {
  const jpeg = await aPicture(small).jpeg().toBuffer();
  const both = await made(Buffer.concat([jpeg, Buffer.from("<script>alert(1)</script>PK\u0003\u0004")]));
  for (const { bytes } of both.files) expect(bytes.includes("<script")).toBe(false);
});

test("a picture is ended when it takes more memory than it may, with any head", async () => {
  const wide = await aPicture({ width: 4000, height: 3200 }).avif({ effort: 0, quality: 20 }).toBuffer();
  expect(await makePicture(wide, 200)).toEqual({ problem: "picture-pixels" });
  // A header that claims fewer pixels than the data has is refused before decoding.
  const size = wide.indexOf("ispe") + 8;
  expect(wide.readUInt32BE(size)).toBe(4000);
  const lying = Buffer.from(wide);
  lying.writeUInt32BE(700, size);
  lying.writeUInt32BE(560, size + 4);
  expect(await makePicture(lying, 200)).toEqual({ problem: "picture-broken" });
  expect(await problemOf(await aPicture(small).jpeg().toBuffer())).toBe("made");
});

test("an organizer has one upload at a time, and all together eight", () => {
  const end = beginUpload("ana");
  expect(beginUpload("ana")).toBeNull();
  const others = ["b", "c", "d", "e", "f", "g", "h"].map(beginUpload);
  expect(others.every(Boolean)).toBe(true);
  expect(beginUpload("i")).toBeNull();
  end?.();
  end?.();
  const again = beginUpload("ana");
  expect(again).not.toBeNull();
  expect(beginUpload("i")).toBeNull();
  for (const each of [again, ...others]) each?.();
});

test("pictures wait for each other, and no more than three", async () => {
  const upload = await aPicture(small).jpeg().toBuffer();
  const answers = await Promise.all(Array.from({ length: 6 }, () => problemOf(upload)));
  expect(answers).toEqual(["made", "made", "made", "made", "picture-busy", "picture-busy"]);
});
