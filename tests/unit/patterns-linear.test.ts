import { expect, test } from "vitest";
import { parseUpdate } from "#app/domain/updates/markdown.ts";
import { bodyAtMost } from "#app/domain/updates/update.ts";
import { cpuAtMost, leastCpu } from "#tests/support/patterns/cpu.ts";
import { entries } from "#tests/support/patterns/entries.ts";
import { findRegexes } from "#tests/support/patterns/find-regexes.ts";
import { hostileTexts } from "#tests/support/patterns/hostile-texts.ts";
import { slowText } from "#tests/support/patterns/slow-text.ts";

/** What a part of an expression is that only the running program knows, by file and name. */
const samples = {
  "app/http/page-cache.ts name": "gzip",
  "app/routes/_public.c.$campaign.share.$file/route.ts locales": "en|es",
};

/** Put together of what no stranger gives, and read elsewhere as what they are. */
const readElsewhere = [
  // The expression of markdown.ts, with other flags.
  "app/domain/updates/beside.server.ts",
  // The name of a folder of this machine, in front of the names in it.
  "db/embedded/initialise.ts",
];

/** The first two read our own style sheets and markup, on a developer's machine. The others are being replaced: issue 15, A.1. */
const leftOut =
  /^app\/(?:routes\/dev\.ui|ui\/tokens\.ts|domain\/letters\/screen|domain\/weeding\/look-at-comment)/;

/** Milliseconds that a test may wait for the processor where others use it too. */
const patience = 300_000;

test("no regular expression of the product is kept busy by any text", { timeout: patience }, () => {
  const { found, unread } = findRegexes(["app", "emails", "db"], samples);
  expect(found.length).toBeGreaterThan(400);
  const others = unread.filter(
    ({ where }) => !leftOut.test(where) && !readElsewhere.some((file) => where.startsWith(`${file}:`)),
  );
  expect(others).toEqual([]);

  const once = new Map(found.map(({ where, regex }) => [String(regex), { where, regex }]));
  const slow = [...once.values()]
    .filter(({ where }) => !leftOut.test(where))
    .flatMap(({ where, regex }) => {
      const text = slowText(regex);
      return text ? [`${where} ${regex} takes too long for ${JSON.stringify(text)}`] : [];
    });
  expect(slow).toEqual([]);
});

test.each([/(a+)+$/, /^(?:\w+\s?)*$/, /(?:al )+(?:al )+x/i, /\s+$/, /.*,.*,.*x/])(
  "a pattern that takes long is found: %s",
  (regex) => {
    expect(slowText(regex)).not.toBeNull();
  },
);

test.each(Object.keys(entries))(
  "100,000 hostile characters are read in 50 ms: %s",
  { timeout: patience },
  (name) => {
    const read = entries[name] as (text: string) => unknown;
    read("Ana Sample");
    const slow = hostileTexts.flatMap((hostile) => {
      const cpu = leastCpu(() => read(hostile.text));
      return cpu > cpuAtMost ? [`${hostile.name}: ${Math.round(cpu)} ms`] : [];
    });
    expect(slow).toEqual([]);
  },
);

test("an update of the greatest length is read in a quarter of a second, or refused at once", {
  timeout: patience,
}, () => {
  const slow = hostileTexts.flatMap(({ name, text }) => {
    const body = [...text].slice(0, bodyAtMost).join("");
    const cpu = leastCpu(() => parseUpdate(body, []), 250);
    return cpu > 250 ? [`${name}: ${Math.round(cpu)} ms`] : [];
  });
  expect(slow).toEqual([]);
});
