import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import { Visitor } from "#tests/support/visitor.ts";

const page = `<!doctype html><title>A form</title><h1>A form</h1><form id="f" action="/to?kept=no" method="post">
<input type="hidden" name="hidden" value="1"><label for="name">Name (optional)</label><input id="name" name="name">
<label>Colors <select name="color"><option>Red</option><option value="g">Green</option></select></label>
<label><input type="checkbox" name="box"> A box</label><input name="off" value="x" aria-label="Off" disabled>
<fieldset><legend>Vote</legend><label><input type="radio" name="vote" value="1" required> For</label>
<label><input type="radio" name="vote" value="2" checked> Against</label></fieldset>
<label>Words <textarea name="words" maxlength="9">
a
b</textarea></label><p hidden><label>Secret <input name="secret" value="s"></label></p>
<label for="must">Must</label><input id="must" type="email" name="must" required aria-invalid="true"
aria-describedby="must-error"><p id="must-error">Wrong</p>
<button name="step" value="send">Send</button><button formaction="/elsewhere" formmethod="get">Look</button>
<button disabled>Never</button><button type="button">Script</button></form>
<input form="f" name="outside" value="o" aria-label="Outside"><a href="https://other.example/">Away</a>`;

const seen: string[] = [];
const server = createServer(async (request, answer) => {
  const body = Buffer.concat(await request.toArray()).toString();
  seen.push(`${request.method} ${request.url} ${request.headers.origin} ${request.headers.cookie} ${body}`);
  if (request.method === "POST")
    answer.writeHead(303, { location: "/done", "set-cookie": "a=b; Path=/" }).end();
  else answer.setHeader("content-type", "text/html").end(page);
}).listen(0, "127.0.0.1");
afterAll(() => server.close());
await new Promise((resolve) => server.once("listening", resolve));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const open = () => new Visitor({ url }).open("/");

test("a form is sent as HTML says, from what a person filled in", async () => {
  const form = await open();
  expect([form.value("Colors"), form.isChecked("Against"), form.error("Must")]).toEqual([
    "Red",
    true,
    "Wrong",
  ]);
  form.fill({ Name: "Ana", Colors: "Green", Must: "a@b" }).check("A box", "For");
  seen.length = 0;
  const done = await form.press("Send");
  expect(done.url.pathname).toBe("/done");
  const body =
    "hidden=1&name=Ana&color=g&box=on&vote=1&words=a%0D%0Ab&secret=s&must=a%40b&step=send&outside=o";
  expect(seen).toEqual([`POST /to?kept=no ${url} undefined ${body}`, "GET /done undefined a=b "]);
  seen.length = 0;
  await form.press("Look");
  expect(seen[0]).toMatch(/^GET \/elsewhere\?hidden=1&name=Ana.*&outside=o undefined a=b $/);
});

test("what nobody could do is refused", async () => {
  const form = await open();
  const does = (act: () => unknown) => expect(async () => act()).rejects;
  await does(() => form.fill({ hidden: "2" })).toThrow("there is no field “hidden”");
  await does(() => form.fill({ Secret: "2" })).toThrow("there is no field “Secret”");
  await does(() => form.fill({ Off: "2" })).toThrow("“Off” takes no input");
  await does(() => form.fill({ Colors: "Blue" })).toThrow(
    "there is no option “Blue”; there are: Red | Green",
  );
  await does(() => form.fill({ Words: "too many words" })).toThrow("takes 9 characters");
  await does(() => form.uncheck("Against")).toThrow("cannot be unticked");
  await does(() => form.press("Never")).toThrow("is disabled");
  await does(() => form.press("Script")).toThrow("there is no button “Script”");
  await does(() => form.press("Send")).toThrow("the browser asks for “Must”");
  await does(() => form.fill({ Must: "nobody" }).press("Send")).toThrow("takes no “nobody” for an address");
  await does(() => form.follow("Away")).toThrow("is on another site");
});
