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

/** Each run of a text ends in another sign: one that was read before is not parsed again. */
let runs = 0;
const parseAnew = (body: string) => parseUpdate(`${body} ${runs++}`, []);

test("an update of the greatest length is read in 150 ms, or refused at once", {
  timeout: patience,
}, () => {
  const slow = hostileTexts.flatMap(({ name, text }) => {
    const body = [...text].slice(0, bodyAtMost - 10).join("");
    const cpu = leastCpu(() => parseAnew(body), 150);
    return cpu > 150 ? [`${name}: ${Math.round(cpu)} ms`] : [];
  });
  expect(slow).toEqual([]);
});

/** Updates that are refused for nothing, each with as many of one thing as one may have. */
const fullest: Record<string, string> = {
  words: `${"word ".repeat(40)}\n\n`.repeat(200),
  "one paragraph": "The company has not answered our letter. ".repeat(1200),
  sections:
    "## Head\n\nThe *company* has [not](https://a.example/c) answered `our` letter.\n\n- one **two**\n- three\n\n> said\n\n".repeat(
      50,
    ),
  emphasis: `${"**a** ".repeat(249)}\n\n`.repeat(5),
  entities: "&amp; ".repeat(490),
  code: `${"`a` ".repeat(99)}\n\n`.repeat(24),
  "lines of a list": "- One source\n".repeat(290),
  links: `${"[a](https://b.example/c) ".repeat(100)}\n\n`.repeat(4),
  breaks: `${"a  \n".repeat(299)}\n`.repeat(9),
  headings: "# a\n\n".repeat(330),
  quotes: "> a\n\n".repeat(220),
};

test.each(Object.keys(fullest))(
  "the fullest update of %s is read in 150 ms, and the next time at once",
  {
    timeout: patience,
  },
  (of) => {
    const body = fullest[of] as string;
    expect(parseAnew(body)).toMatchObject({ ok: true });
    expect(leastCpu(() => parseAnew(body), 150)).toBeLessThan(150);
    expect(leastCpu(() => parseUpdate(body, []), 50)).toBeLessThan(50);
  },
);
