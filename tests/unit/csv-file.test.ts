import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { CsvFile, type FileFigures } from "#app/domain/outgoing/exports/formats/csv-file.server.ts";

const nothing = { bom: false, whole: async () => {}, broken: async () => {}, cancel: () => {} };

const cutAt = (bytes: Buffer, cuts: readonly number[]) => {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return places.slice(1).map((end, n) => bytes.subarray(places[n], end));
};

test("rows end in CRLF and are counted, with the copy cut into chunks anywhere", async () => {
  const copy = Buffer.from('name,comment\nAna,"one\ntwo ""quoted""\n"\nÉlise,\n"a,b",\r');
  const copied = Buffer.concat([copy.subarray(0, -1), Buffer.from('"\r\n"\n')]);
  const expected = 'name,comment\r\nAna,"one\ntwo ""quoted""\n"\r\nÉlise,\r\n"a,b","\r\n"\r\n';
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat()), async (cuts) => {
      let figures: FileFigures | undefined;
      const whole = async (made: FileFigures) => {
        figures = made;
      };
      const file = new CsvFile(Readable.from(cutAt(copied, cuts)), { ...nothing, whole });
      expect((await buffer(file)).toString()).toBe(expected);
      expect(figures).toMatchObject({ rows: 3, bytes: Buffer.byteLength(expected) });
    }),
  );
});

/** A copy that never ends. */
const endless = () =>
  new Readable({
    read() {
      this.push("a row\n".repeat(2000));
    },
  });

test("a file that nobody reads on is given up, and the copy behind it is stopped", async () => {
  const seen: string[] = [];
  const source = endless();
  const file = new CsvFile(source, {
    ...nothing,
    broken: async () => void seen.push("broken"),
    cancel: () => {
      seen.push("cancelled");
      source.destroy();
    },
    stallsAfter: 50,
  });
  await expect.poll(() => file.destroyed).toBe(true);
  expect(seen).toEqual(["cancelled", "broken"]);
  await expect(buffer(file)).rejects.toThrow();
});

test("a file that ends is not given up afterwards", async () => {
  const seen: string[] = [];
  const file = new CsvFile(Readable.from([Buffer.from("name\nAna\n")]), {
    ...nothing,
    broken: async () => void seen.push("broken"),
    cancel: () => void seen.push("cancelled"),
    stallsAfter: 20,
  });
  expect((await buffer(file)).toString()).toBe("name\r\nAna\r\n");
  await expect.poll(() => file.destroyed).toBe(true);
  expect(seen).toEqual([]);
});

test("a file that broke off is not complete when the copy behind it ends all the same", async () => {
  const seen: string[] = [];
  const source = new Readable({ read() {} });
  source.push("name\nAna\n");
  const file = new CsvFile(source, {
    ...nothing,
    whole: async () => void seen.push("whole"),
    broken: async () => void seen.push("broken"),
    cancel: () => source.push(null),
  });
  file.destroy(new Error("the reader was removed"));
  await expect.poll(() => source.readableEnded).toBe(true);
  expect(seen).toEqual(["broken"]);
});
