import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { locales, words } from "#app/i18n/index.ts";
import { SignatureThanks } from "#app/routes/personal/thanks/signature-thanks.tsx";
import { LocaleProvider } from "#app/ui/locale.tsx";
import { campaign } from "#tests/support/sample-case.ts";

const thanked = (
  locale: (typeof locales)[number],
  signatures: number,
  ownersLineUntil: string | null = null,
  now = "2026-12-01T12:00:00Z",
  voteEndsOn: string | null = null,
) =>
  renderToStaticMarkup(
    <LocaleProvider locale={locale}>
      <SignatureThanks
        campaign={{
          ...campaign,
          companies: campaign.companies.map((one) => ({ ...one, ownersLineUntil, voteEndsOn })),
        }}
        now={new Date(now)}
        signatures={signatures}
        milestone={null}
        receipt={{ code: "ABCD-EFGH", version: 1, signedAt: new Date() }}
        agreed={null}
        next={null}
        shareUrl="https://petition.example.org/c/x"
        own={null}
      />
    </LocaleProvider>,
  );

test.each(locales)("somebody who has just signed never reads that no one has (%s)", (locale) => {
  const { none, people } = words(locale).common.count;
  expect(thanked(locale, 0)).not.toContain(none);
  expect(thanked(locale, 0)).not.toContain("data-count");
  expect(thanked(locale, 1)).toContain(people(1));
});

test("a day of voting that is verified is named in place of “may be days away”", () => {
  const dated = thanked("en", 7, "2026-12-31", "2026-12-01T12:00:00Z", "2026-12-03");
  expect(dated).toContain("This year’s vote ends on December\u00a03,\u00a02026.");
  expect(dated).not.toContain("days away");
  expect(thanked("es", 7, "2026-12-31", "2026-12-01T12:00:00Z", "2026-12-03")).toContain("termina el 3");
});

test("the thanks for a signature tell owners that this year's vote may be open", () => {
  expect(thanked("en", 7, "2026-12-31")).toContain("This year’s vote may be days away.");
  expect(thanked("en", 7, "2026-12-31", "2027-01-01T04:59:00Z")).toContain("days away");
  expect(thanked("en", 7, "2026-12-31", "2027-01-02T12:00:00Z")).not.toContain("days away");
  expect(thanked("en", 7)).not.toContain("days away");
});
