import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { campaigns } from "#db/schema/index.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { anOrganizer, aSession } from "#tests/support/organizers.ts";
import { aPhonePicture, aPicture } from "#tests/support/pictures.ts";
import { aSite } from "#tests/support/site.ts";

const site = await aSite();
const { db } = site;

async function aScene() {
  const campaign = await aCampaign(db);
  const organizer = await anOrganizer(db, { campaign, role: "owner" });
  const cookie = `session=${await aSession(db, organizer)}`;
  return { campaign, base: `/organize/c/${campaign.slug}/edit`, cookie };
}
type Scene = Awaited<ReturnType<typeof aScene>>;

const fields = {
  alt_en: "A closed door.",
  alt_es: "Una puerta cerrada.",
  credit: "Ana Ruiz",
  licence: "CC BY 4.0",
  people: "none",
  consent_kept: "",
};

/** Posts the form as a browser does. */
async function send({ base, cookie }: Scene, file: Buffer | null, given: Record<string, string> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ version: "1", ...fields, ...given })) form.append(name, value);
  form.append("picture", new Blob([new Uint8Array(file ?? Buffer.alloc(0))]), file ? "IMG 1.jpg" : "");
  // Fetch sends a form in pieces; a browser declares its length.
  const body = Buffer.from(await new Response(form).arrayBuffer());
  const boundary = /name="version"/.test(body.toString("latin1"))
    ? body.toString("latin1").split("\r\n", 1)[0]
    : "";
  return fetch(`${site.url}${base}/picture`, {
    method: "POST",
    redirect: "manual",
    headers: {
      origin: site.url,
      cookie,
      "content-type": `multipart/form-data; boundary=${boundary?.slice(2)}`,
    },
    body: new Uint8Array(body),
  });
}

const publish = ({ base, cookie }: Scene, version: number) =>
  site.post(`${base}?index`, { intent: "publish", chosen: `words ${version}`, correction: "" }, { cookie });

/** A page's picture: addresses, sizes, words. */
async function pictureOf(path: string, cookie = "") {
  const html = await (await site.get(path, { cookie })).text();
  const [figure = ""] = /<figure class="picture"[\s\S]*?<\/figure>/.exec(html) ?? [];
  const [, src = ""] = /<img src="([^"]+)"/.exec(figure) ?? [];
  const [, webp = ""] = /srcSet="([^"]+)"/i.exec(figure) ?? [];
  return { figure, src, webp: webp.split(", ").map((each) => each.split(" ")[0] ?? "") };
}

test("an uploaded picture is a draft first, then on the page with words, size and credit", async () => {
  const scene = await aScene();
  const { campaign, base, cookie } = scene;
  const page = `/c/${campaign.slug}`;
  const saved = await send(scene, await aPhonePicture());
  expect([saved.status, saved.headers.get("location")]).toEqual([303, `${base}/picture?done=picture-saved`]);

  const preview = await pictureOf(`${base}/preview`, cookie);
  expect(preview.src).toMatch(/^\/organize\/.+\/edit\/picture\/[0-9a-f]{20}-960\.jpg$/);
  const drafted = await site.get(preview.src, { cookie });
  expect([drafted.status, drafted.headers.get("content-type")]).toEqual([200, "image/jpeg"]);
  expect(drafted.headers.get("cache-control")).toBe("no-store");
  const name = preview.src.split("/").at(-1) ?? "";
  expect((await site.get(`${page}/picture/${name}`)).status).toBe(404);
  expect((await pictureOf(page)).figure).toBe("");
  const other = await aScene();
  for (const at of [preview.src, preview.src.replace(campaign.slug, other.campaign.slug)])
    expect((await site.get(at, { cookie: other.cookie })).status).not.toBe(200);

  expect((await publish(scene, 2)).status).toBe(303);
  await expect.poll(async () => (await pictureOf(page)).src).toBe(`${page}/picture/${name}`);
  const { figure, src, webp } = await pictureOf(page);
  expect(figure).toContain('width="960" height="640" alt="A closed door." loading="lazy" decoding="async"');
  expect(figure.replaceAll("<!-- -->", "")).toContain("<figcaption>Ana Ruiz, CC BY 4.0</figcaption>");
  expect(webp.map((at) => at.split("-").at(-1))).toEqual(["640.webp", "960.webp"]);
  expect((await pictureOf(`/es${page}`)).figure).toContain('alt="Una puerta cerrada."');

  for (const [at, type] of [
    [src, "image/jpeg"],
    [webp[0], "image/webp"],
  ] as const) {
    const answer = await site.get(at ?? "");
    expect(answer.headers.get("content-type")).toBe(type);
    expect(answer.headers.get("cache-control")).toBe("public, max-age=3600, s-maxage=60");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("set-cookie")).toBe(null);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.length).toBe(Number(answer.headers.get("content-length")));
    expect(/secret|exif/i.test(bytes.toString("latin1"))).toBe(false);
    const again = await site.get(at ?? "", { "if-none-match": answer.headers.get("etag") ?? "" });
    expect(again.status).toBe(304);
  }
});

test("the address of a replaced picture leads to the new one, of a removed one nowhere", async () => {
  const scene = await aScene();
  const page = `/c/${scene.campaign.slug}`;
  await send(scene, await aPicture({ blue: 10 }).jpeg().toBuffer());
  await publish(scene, 2);
  await expect.poll(async () => (await pictureOf(page)).src).not.toBe("");
  const before = await pictureOf(page);
  await send(scene, await aPicture({ blue: 200 }).png().toBuffer(), { version: "3" });
  await publish(scene, 4);
  await expect.poll(async () => (await pictureOf(page)).src).not.toBe(before.src);
  const { src } = await pictureOf(page);
  const old = await site.get(before.src);
  expect([old.status, old.headers.get("location")]).toEqual([302, src]);
  expect(old.headers.get("cache-control")).toBe("public, max-age=60");

  expect((await send(scene, null, { version: "5", intent: "remove" })).status).toBe(303);
  expect((await site.get(src)).status).toBe(200);
  await publish(scene, 6);
  for (const at of [src, before.src]) expect((await site.get(at)).status).toBe(404);
  await expect.poll(async () => (await pictureOf(page)).figure).toBe("");
});

test("what cannot be stored comes back with what was typed and a sentence on what to do", async () => {
  const scene = await aScene();
  const large = Buffer.alloc(10 * 1024 * 1024 + 1, 1);
  const small = await aPicture({ width: 300, height: 200 }).png().toBuffer();
  const cases: [Buffer | null, Record<string, string>, string][] = [
    [null, {}, "Choose a picture"],
    [large, {}, "Choose a picture of at most 10 MB"],
    [small, {}, "Choose a picture at least 640 pixels wide"],
    [Buffer.from("<svg></svg>"), {}, "Choose a JPEG, PNG, WebP or AVIF picture"],
    [small, { alt_es: "" }, "Describe the picture for people who cannot see it"],
    [small, { people: "" }, "Say whether someone can be recognized"],
    [small, { people: "consented" }, "Write where the consent is kept"],
  ];
  for (const [file, given, sentence] of cases) {
    const answer = await send(scene, file, { ...given, credit: "Typed by Ana" });
    const html = await answer.text();
    expect([sentence, answer.status]).toEqual([sentence, 422]);
    expect(html).toContain(sentence);
    expect(html).toContain('value="Typed by Ana"');
  }
  const huge = await fetch(`${site.url}${scene.base}/picture`, {
    method: "POST",
    headers: { origin: site.url, cookie: scene.cookie, "content-type": "multipart/form-data; boundary=x" },
    body: Buffer.alloc(65 * 1024 * 1024),
  });
  expect([huge.status, await huge.text()]).toEqual([
    413,
    "The file is larger than 10 MB. Nothing was changed.",
  ]);
  const [row] = await db.select().from(campaigns).where(eq(campaigns.id, scene.campaign.id));
  expect([row?.draft, row?.version]).toEqual([null, 1]);
});

test("while a picture of an organizer is made, theirs alone is refused a place, with its words", async () => {
  const [scene, other] = [await aScene(), await aScene()];
  const upload = await aPicture({ width: 1920, height: 1280 }).png().toBuffer();
  const answers = await Promise.all(
    [scene, scene, scene, other].map((of) => send(of, upload, { credit: "Typed by Ana" })),
  );
  const [mine, others] = [answers.slice(0, 3), answers.slice(3)];
  expect(mine.map(({ status }) => status).sort()).toEqual([303, 422, 422]);
  expect(others.map(({ status }) => status)).toEqual([303]);
  const refused = await mine.find(({ status }) => status === 422)?.text();
  expect(refused).toContain("Other pictures are being uploaded");
  expect(refused).toContain('value="Typed by Ana"');
  // Its place is free again.
  expect((await send(scene, upload, { version: "2" })).status).toBe(303);
});

test("an organizer of another campaign uploads nothing here", async () => {
  const [scene, other] = [await aScene(), await aScene()];
  const foreign = await send({ ...scene, cookie: other.cookie }, await aPicture().jpeg().toBuffer());
  expect(foreign.status).toBe(404);
  const [row] = await db.select().from(campaigns).where(eq(campaigns.id, scene.campaign.id));
  expect(row?.draft).toBe(null);
});
