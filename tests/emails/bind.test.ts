import { expect, test } from "vitest";
import { bind } from "#emails/parts/bind.ts";

/** Marks possible line breaks as `|`. */
const breaks = (text: string) => bind(text).replaceAll(" ", "|").replaceAll("\u00a0", " ");

test("lines break before a year, not inside a date or between number and noun", () => {
  expect(breaks("you signed on November 24, 2026 and wrote")).toBe(
    "you|signed|on November 24,|2026|and|wrote",
  );
  expect(breaks("firmó el 24 de noviembre de 2026 y escribió")).toBe(
    "firmó|el 24 de noviembre|de|2026|y|escribió",
  );
  expect(breaks("once 1,500 letters wait, at 11:59\u00a0p.m. in New York")).toBe(
    "once|1,500 letters|wait,|at 11:59 p.m.|in|New York",
  );
  expect(breaks("a la 1:59\u00a0a.m. en Nueva York")).toBe("a la 1:59 a.m.|en|Nueva York");
  expect(bind("Confirm your e-mail")).toBe("Confirm your e\u2011mail");
});
