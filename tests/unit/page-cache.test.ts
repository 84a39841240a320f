import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { splitLanguage } from "#app/http/language.ts";
import { createPageCache } from "#app/http/page-cache.ts";

async function serve(render: (path: string) => Promise<Response>) {
  const rendered: string[] = [];
  let now = 0;
  const cache = createPageCache(
    (path) => {
      rendered.push(path);
      return render(path);
    },
    (path) => splitLanguage(path).path,
    undefined,
    () => now,
  );
  const passedOn: RequestListener = (_request, response) => void response.end("passed on");
  const server = createServer(cache(passedOn)).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const pass = (milliseconds: number) => {
    now += milliseconds;
  };
  return { url, rendered, pass, stop: () => server.close() };
}

const page = (text: string) => async () => new Response(text, { headers: { "content-type": "text/html" } });

test("a hundred readers at once cost one rendering, for any query and cookies", async () => {
  const site = await serve(page("<p>hello</p>"));
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, n) =>
      fetch(`${site.url}/c/sample?source=${n}`, { headers: { cookie: `session=${n}` } }).then((r) =>
        r.text(),
      ),
    ),
  );
  expect(new Set(answers)).toEqual(new Set(["<p>hello</p>"]));
  expect(site.rendered).toEqual(["/c/sample"]);
  site.stop();
});

test("a page is sent compressed, with a tag that answers 304", async () => {
  const text = `<p>${"hello ".repeat(100)}</p>`;
  const site = await serve(page(text));
  const first = await fetch(`${site.url}/`, { headers: { "accept-encoding": "br" } });
  const etag = first.headers.get("etag") ?? "";
  expect(first.headers.get("content-encoding")).toBe("br");
  expect(first.headers.get("vary")).toBe("Accept-Encoding");
  expect(await first.text()).toBe(text);
  for (const tag of [etag, etag.replace("W/", ""), `"x", ${etag}`, "*"]) {
    const again = await fetch(`${site.url}/`, { headers: { "if-none-match": tag } });
    expect(again.status).toBe(304);
  }
  const other = await fetch(`${site.url}/`, { headers: { "if-none-match": '"other"' } });
  expect(other.status).toBe(200);
  site.stop();
});

test("what fits into one packet is sent as bytes with its headers", async () => {
  const site = await serve(
    async () => new Response('{"name":"Zoë 株主"}', { headers: { "x-frame-options": "DENY" } }),
  );
  const asked = { headers: { "accept-encoding": "gzip, br" } };
  const answer = await fetch(`${site.url}/c/sample/count.json`, asked);
  expect(await answer.text()).toBe('{"name":"Zoë 株主"}');
  expect(answer.headers.get("content-encoding")).toBe(null);
  const head = await fetch(`${site.url}/c/sample/count.json`, { ...asked, method: "HEAD" });
  for (const { headers } of [answer, head]) {
    expect(headers.get("content-length")).toBe("22");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("etag")).toMatch(/^W\/"/);
  }
  expect(await head.text()).toBe("");
  const bytes = Buffer.from([0xff, 0x00, 0xfe]);
  const other = await serve(async () => new Response(bytes));
  expect(Buffer.from(await (await fetch(`${other.url}/c/sample`)).arrayBuffer())).toEqual(bytes);
  site.stop();
  other.stop();
});

test("languages are kept apart", async () => {
  const site = await serve(async (path) => new Response(path));
  expect(await (await fetch(`${site.url}/es/c/sample`)).text()).toBe("/es/c/sample");
  expect(await (await fetch(`${site.url}/c/sample`)).text()).toBe("/c/sample");
  site.stop();
});

test("what is not 200, sets a cookie or belongs to someone is never kept", async () => {
  let status = 404;
  const site = await serve(async () => new Response("x", { status }));
  expect(await (await fetch(`${site.url}/c/unknown`)).text()).toBe("passed on");
  status = 200;
  expect(await (await fetch(`${site.url}/c/unknown`)).text()).toBe("x");
  for (const path of ["/confirm/token", "/organize", "/manage/token", "/c/sample/sign", "/dev/mailbox"]) {
    expect(await (await fetch(`${site.url}${path}`)).text()).toBe("passed on");
  }
  expect(await (await fetch(`${site.url}/c/sample`, { method: "POST" })).text()).toBe("passed on");
  site.stop();

  const cookies = await serve(async () => new Response("x", { headers: { "set-cookie": "a=1" } }));
  expect(await (await fetch(`${cookies.url}/c/sample`)).text()).toBe("passed on");
  cookies.stop();
});

test("a page older than two seconds is rendered again before it is sent", async () => {
  let count = 1;
  const site = await serve(async () => new Response(String(count)));
  const read = async () => (await fetch(`${site.url}/c/sample`)).text();
  expect(await read()).toBe("1");
  count = 2;
  site.pass(1000);
  expect(await read()).toBe("1");
  expect(site.rendered).toHaveLength(1);
  site.pass(1001);
  expect(await read()).toBe("2");
  site.stop();
});

test("a page older than one second is sent once more while a new one is made", async () => {
  let count = 1;
  const site = await serve(async () => new Response(String(count)));
  const read = async () => (await fetch(`${site.url}/c/sample`)).text();
  expect(await read()).toBe("1");
  count = 2;
  site.pass(1001);
  expect(await read()).toBe("1");
  await expect.poll(read).toBe("2");
  expect(site.rendered).toHaveLength(2);
  site.stop();
});

test("a slow page is replaced by the last one for a few seconds, a failed one for five minutes", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  let next: () => Promise<Response> = page("old");
  const site = await serve(() => next());
  const read = async () => (await fetch(`${site.url}/c/sample`)).text();
  /** Reads a page while so many milliseconds pass from the start of its rendering. */
  const readFor = async (milliseconds: number) => {
    const before = site.rendered.length;
    const reading = read();
    await expect.poll(() => site.rendered.length).toBe(before + 1);
    await vi.advanceTimersByTimeAsync(milliseconds);
    return reading;
  };
  const slow = (text: string) => () =>
    new Promise<Response>((resolve) => setTimeout(() => resolve(new Response(text)), 1100));
  expect(await read()).toBe("old");
  next = slow("new");
  site.pass(4000);
  expect(await readFor(1000)).toBe("old");
  await vi.advanceTimersByTimeAsync(100);
  await expect.poll(read).toBe("new");
  next = slow("without the hidden name");
  site.pass(5000);
  expect(await readFor(1100)).toBe("without the hidden name");
  next = async () => new Response("", { status: 503 });
  site.pass(240_000);
  expect(await read()).toBe("without the hidden name");
  site.pass(61_000);
  expect(await read()).toBe("passed on");
  site.stop();
});

test("of more pages than are kept, the one rendered longest ago goes, and only for another", async () => {
  const site = await serve(async (path) => new Response(path));
  const read = async (path: string) => (await fetch(`${site.url}${path}`)).text();
  await read("/c/sample");
  for (let n = 1; n < 500; n++) await read(`/c/sample/updates/${n}`);
  site.pass(3000);
  await read("/c/sample");
  await read("/c/sample/updates/499");
  await read("/c/sample/updates/500");
  const before = site.rendered.length;
  await read("/c/sample");
  await read("/c/sample/updates/499");
  await read("/c/sample/updates/500");
  expect(site.rendered).toHaveLength(before);
  site.stop();
});
