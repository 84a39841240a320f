import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanText, type Line, setLines } from "#app/pdf/set-lines.server.ts";

const seen = ({ pieces }: Line) =>
  pieces.flatMap(({ shaped }) => shaped.placed.map(({ text }) => text)).join("");
const facesIn = ([line]: Line[]) => [...new Set(line?.pieces.map(({ face }) => face.key))];

test("each run of letters takes a face that has them", async () => {
  expect(facesIn(await setLines("serif", "Żółć Nguyễn Ελένη Жукова", 99_999))).toEqual(["serif"]);
  expect(facesIn(await setLines("sans", "Zoé Ελένη", 99_999))).toEqual(["sans", "serif"]);
  const mixed = facesIn(await setLines("serif", "Anna محمد שרה प्रिया สมชาย", 99_999));
  expect(mixed.map((key) => key.split("-")[2] ?? key)).toEqual([
    "serif",
    "hebrew",
    "arabic",
    "devanagari",
    "thai",
  ]);
});

test("Han characters take the shapes of the text's language or given country", async () => {
  const familyOf = async (text: string, country?: string) =>
    facesIn(await setLines("serif", text, 99_999, country))
      .map((key) => key.replace(/^noto-serif-(..)-.*/, "$1"))
      .filter((key) => key !== "serif");
  expect(new Set(await familyOf("骨"))).toEqual(new Set(["sc"]));
  expect(new Set(await familyOf("骨の"))).toEqual(new Set(["jp"]));
  expect(new Set(await familyOf("骨", "JP"))).toEqual(new Set(["jp"]));
  expect(new Set(await familyOf("陳", "TW"))).toEqual(new Set(["tc"]));
  expect(new Set(await familyOf("김金"))).toEqual(new Set(["kr"]));
});

test("what no face has is told by its code, a flag or a family by each of its parts", async () => {
  const [line] = await setLines("serif", "a😀b👩‍👧", 99_999);
  expect(seen(line as Line)).toBe("a[U+1F600]b[U+1F469][U+1F467]");
});

test("right-to-left text runs right to left, its numbers and Latin left to right", async () => {
  const [hebrew] = await setLines("serif", "אבג 123 (ABC) דה", 99_999);
  expect(hebrew?.rightToLeft).toBe(true);
  expect(seen(hebrew as Line)).toBe("הד )ABC( 123 גבא");
  const [latin] = await setLines("serif", "signed אבג גד", 99_999);
  expect(latin?.rightToLeft).toBe(false);
  expect(seen(latin as Line)).toBe("signed דג גבא");
});

test("Arabic letters join", async () => {
  const ids = async (text: string) =>
    (await setLines("serif", text, 99_999))[0]?.pieces.flatMap(({ shaped }) =>
      shaped.placed.map(({ id }) => id),
    );
  const alone = await ids("ه");
  const joined = await ids("ههه");
  expect(new Set(joined).size).toBe(3);
  expect(joined).not.toEqual([alone, alone, alone].flat());
});

test("lines break by script: between Han, at Thai words, inside what is too long", async () => {
  const han = await setLines("serif", "我是一名股东，也是贵公司多年的客户。", 6000);
  expect(han.map((line) => seen(line))).toEqual(["我是一名股", "东，也是贵公", "司多年的客", "户。"]);
  const thai = await setLines("serif", "ฉันเป็นผู้ถือหุ้นและลูกค้า", 5000);
  expect(thai.map((line) => seen(line))).toEqual(["ฉันเป็นผู้ถือ", "หุ้นและ", "ลูกค้า"]);
  const url = `https://example.org/${"x".repeat(280)}`;
  const parted = await setLines("serif", url, 20_000);
  expect(parted.length).toBeGreaterThan(4);
  expect(parted.map((line) => seen(line)).join("")).toBe(url);
});

test("what turns the order of letters about, hides or heaps up does no harm", () => {
  expect(cleanText("pay\u202eevil\u202c \u2066x\u2069\u200e")).toBe("payevil x");
  expect(cleanText("a\u00adb\u200bc\ufeffd\u{e0041}")).toBe("abcd");
  expect(cleanText("lone \ud800 half")).toBe("lone \ufffd half");
  expect(cleanText(`z${"\u0335\u0336\u0337\u0338".repeat(20)}!`)).toBe("z\u0335\u0336\u0337\u0338[U+0335…]!");
  expect(cleanText("e\u0301 \u1ec7")).toBe("é ệ");
  expect(cleanText("नि\u200dक می\u200cخواهم a\u200db")).toBe("नि\u200dक می\u200cخواهم ab");
  expect(cleanText("a\r\nb\u2028c\td")).toBe("a\nb\nc    d");
});

test("any text is set, no line is wider than its place, and nothing is lost", async () => {
  const width = 9000;
  const strange = fc.array(
    fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "السلام",
        "שלום",
        "王小明",
        "क्षि",
        "ที่",
        "\u202e",
        "\u0335\u0336",
        "\ud800",
        " ",
        "\n",
        "(",
        "123",
      ),
    ),
    { maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(strange, async (parts) => {
      const text = parts.join("");
      const lines = await setLines("serif", text, width);
      for (const line of lines) expect(line.width).toBeLessThanOrEqual(width * 1.03);
      expect(lines.length).toBeGreaterThanOrEqual(cleanText(text).split("\n").length);
    }),
    { numRuns: process.env.FULL ? 100 : 25 },
  );
});
