import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { locales, words } from "#app/i18n/index.ts";
import { campaign } from "#app/routes/dev/ui/sample.ts";
import { SignatureThanks } from "#app/routes/personal/thanks/signature-thanks.tsx";
import { LocaleProvider } from "#app/ui/locale.tsx";

const thanked = (locale: (typeof locales)[number], signatures: number) =>
  renderToStaticMarkup(
    <LocaleProvider locale={locale}>
      <SignatureThanks
        campaign={campaign}
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
