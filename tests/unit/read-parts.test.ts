import { expect, test } from "vitest";
import { readParts } from "#app/http/read-parts.server.ts";

const megabyte = 1024 * 1024;
const head = '--xyz\r\nContent-Disposition: form-data; name="file"; filename="list.csv"\r\n\r\n';
const type = { "content-type": "multipart/form-data; boundary=xyz" };

/** A form with a file of that many megabytes, generated as it is read; counts the bytes requested. */
function aForm(megabytes: number, end = "\r\n--xyz--\r\n") {
  let given = 0;
  const block = new Uint8Array(megabyte / 16).fill(120);
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const text = given === 0 ? head : given > megabytes * megabyte ? end : null;
        if (text === end) {
          controller.enqueue(new TextEncoder().encode(end));
          return controller.close();
        }
        const bytes = text === null ? block : new TextEncoder().encode(text);
        given += bytes.length;
        controller.enqueue(bytes);
      },
    },
    { highWaterMark: 0 },
  );
  const init = { method: "POST", headers: type, body, duplex: "half" } as RequestInit;
  return { request: new Request("https://sign.test/", init), given: () => given };
}

test("a file of any size is read with no more than two megabytes of it on the way", async () => {
  const { request, given } = aForm(16);
  let taken = 0;
  let most = 0;
  const isWhole = await readParts(request, {
    field() {},
    async file(_name, _fileName, bytes) {
      for await (const piece of bytes) {
        taken += piece.length;
        if (taken % (4 * megabyte) < piece.length) await new Promise(setImmediate);
        most = Math.max(most, given() - taken);
      }
    },
  });
  expect([isWhole, Math.floor(taken / megabyte)]).toEqual([true, 16]);
  expect(most).toBeLessThan(2 * megabyte);
});

test("a file that its reader is done with early is passed over, and the form still ends", async () => {
  for (const read of [0, 1]) {
    const { request } = aForm(8);
    const isWhole = await readParts(request, {
      field() {},
      async file(_name, _fileName, bytes) {
        if (read > 0) for await (const _piece of bytes) break;
      },
    });
    expect(isWhole).toBe(true);
  }
});

test("an aborted file ends its reader with an error, and a failing reader throws", async () => {
  const { request } = aForm(1, "");
  let problem: unknown;
  const isWhole = await readParts(request, {
    field() {},
    async file(_name, _fileName, bytes) {
      try {
        for await (const _piece of bytes);
      } catch (error) {
        problem = error;
      }
    },
  });
  expect([isWhole, problem]).toEqual([false, expect.any(Error)]);
  const failing = { field() {}, file: () => Promise.reject(new Error("no room")) };
  await expect(readParts(aForm(1).request, failing)).rejects.toThrow("no room");
});
