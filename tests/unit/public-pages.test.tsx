import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { type Claim, percentOf } from "#app/domain/campaign/campaign.ts";
import type { CasePageData } from "#app/domain/pages/case-page.ts";
import { formatKnownDate } from "#app/i18n/known-date.ts";
import { SourceLine, SourceText } from "#app/ui/case/source-line.tsx";
import { WhoSigns } from "#app/ui/case/who-signs.tsx";
import { Check } from "#app/ui/check.tsx";
import { Count, CountNotes } from "#app/ui/count.tsx";
import { countries } from "#app/ui/country-select.tsx";
import { ErrorPage } from "#app/ui/error-page.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { LocaleProvider } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import { textParts } from "#app/ui/petition-text.tsx";
import { SignForm } from "#app/ui/sign-form.tsx";
import { SpellingChoice } from "#app/ui/spelling-choice.tsx";
import { caseData } from "#app/ui/structured-data.ts";
import { page as sample } from "#tests/support/sample-case.ts";

const form = { action: "/c/microsoft-ice/sign", companies: [{ slug: "microsoft", name: "Microsoft" }] };
const plain = (text: string) => text.replaceAll("\u00a0", " ");
const namesIn = (html: string) => [...html.matchAll(/ name="([^"]+)"/g)].map(([, name]) => name);

const claim: Claim = {
  number: 1,
  section: "reported",
  kind: "reported",
  text: "It grew.",
  quotation: null,
  attribution: "A newsroom",
  publisher: "A newsroom",
  published: { on: "2026-02-17", precision: "day" },
  source: null,
  moreSources: [],
  limits: "One report.",
  openQuestion: null,
  brief: null,
  picture: null,
};

test("the form asks for every field of the contract once, and for no other", () => {
  expect(namesIn(renderToStaticMarkup(<SignForm {...form} />))).toEqual([
    "name",
    "email",
    "country",
    "postal_code",
    "consent_sign",
    "consent_updates",
    // Filled in by a program: nobody sees it.
    "subject",
    "comment",
    "display",
    "consent_deliver",
  ]);
});

test("a returned form has one main button, and a quiet one for the header's link", () => {
  for (const cameBack of ["as-typed", "corrected"] as const) {
    const html = renderToStaticMarkup(
      <Page cameBack={cameBack}>
        <SignForm {...form} values={{ name: "Ana" }} />
      </Page>,
    );
    expect(html.match(/<button[^>]* class="btn[^"]*"/g)).toHaveLength(1);
    expect(html).toContain('<a href="#in-es" lang="es"');
    expect(html).toMatch(/<button type="submit" id="in-es" class="quiet"/);
  }
});

test("a refusal links to its campaign, or to the first one", () => {
  const leadsTo = (status: number) =>
    renderToStaticMarkup(
      <LocaleProvider locale="es" path="/c/a-campaign/sign">
        <ErrorPage status={status} />
      </LocaleProvider>,
    ).match(/class="btn" href="([^"]*)"/)?.[1];
  const statuses = [403, 404, 405, 410, 413, 429, 500];
  expect(statuses.filter((status) => leadsTo(status) === "/es/c/a-campaign")).toEqual([
    403, 405, 410, 413, 429,
  ]);
  expect([404, 500].map(leadsTo)).toEqual(["/es", "/es"]);
});

test("no consent comes ticked, and nobody is shown in public unless they choose to", () => {
  const html = renderToStaticMarkup(<SignForm {...form} />);
  expect(html).not.toContain("checked");
  expect(renderToStaticMarkup(<Check name="consent_x" label="I agree" />)).not.toContain("checked");
  expect(html).toMatch(/<option value="anonymous" selected="">/);
  expect(html).toContain("your employer will know you signed");
});

test("of several companies each has a box, under one warning, and keeps its tick", () => {
  const companies = [...form.companies, { slug: "hoshino", name: "Hoshino" }];
  const htmlOf = (consent_deliver: string[]) =>
    renderToStaticMarkup(<SignForm {...form} companies={companies} values={{ consent_deliver }} />);
  const boxesIn = (html: string) =>
    [...html.matchAll(/<input[^>]*name="consent_deliver"[^>]*>/g)].map(
      ([box]) => [/value="([^"]*)"/.exec(box)?.[1], box.includes("checked")] as const,
    );
  expect(boxesIn(htmlOf([]))).toEqual([
    ["microsoft", false],
    ["hoshino", false],
  ]);
  expect(boxesIn(htmlOf(["hoshino"]))).toEqual([
    ["microsoft", false],
    ["hoshino", true],
  ]);
  // As sent by a program written for one company.
  expect(boxesIn(htmlOf(["on"]))).toEqual([
    ["microsoft", true],
    ["hoshino", false],
  ]);
  expect(htmlOf([]).match(/your employer will know you signed/g)).toHaveLength(1);
});

test("a form that comes back holds what was typed and says at each field what to do", () => {
  const values = {
    name: "<b>Ana</b>",
    email: "ana@x",
    country: "ES",
    comment: "Why",
    consent_updates: "on",
    source: "mail",
  };
  const errors = [{ field: "email", message: "Add the end" }];
  const html = renderToStaticMarkup(<SignForm {...form} values={values} errors={errors} />);

  expect(html).toContain('value="&lt;b&gt;Ana&lt;/b&gt;"');
  expect(html).toContain('<option value="ES" selected="">Spain</option>');
  expect(html).toMatch(/<details open="">/);
  expect(html).toMatch(/<input[^>]*name="consent_updates"[^>]*checked=""/);
  expect(html).toContain('<input type="hidden" name="source" value="mail"/>');
  expect(html).toMatch(
    /<input[^>]*name="email"[^>]*aria-describedby="email-hint email-error" aria-invalid="true"/,
  );
  expect(html).toContain('<p class="err" id="email-error"><span class="vh">Error: </span>Add the end</p>');
});

test("the summary links to each field and says that nothing typed is lost", () => {
  const errors = [
    { field: "email", message: "Add the end" },
    { field: "form", message: "Send it again" },
  ];
  const html = renderToStaticMarkup(<ErrorSummary heading="Not in yet" errors={errors} />);
  expect(html).toMatch(/role="alert" tabindex="-1"/);
  expect(html).toContain('<a href="#email">Add the end</a>');
  expect(html).not.toContain("#form");
  expect(html).toContain("Nothing you typed is lost.");
  expect(renderToStaticMarkup(<ErrorSummary heading="Not in yet" errors={[]} />)).toBe("");
});

test("both spellings of a doubtful address are buttons that post all that was typed", () => {
  const suggestion = { typed: "ana@gmial.com", meant: "ana@gmail.com" };
  const values = { name: "Ana", email: "ana@gmial.com", consent_sign: "on", email_choice: "old" };
  const html = renderToStaticMarkup(
    <SpellingChoice action={form.action} suggestion={suggestion} values={values}>
      <SignForm {...form} values={values} />
    </SpellingChoice>,
  );
  const question = html.slice(0, html.indexOf("</form>"));

  expect(question.match(/<button[^>]*name="email_choice" value="[^"]+"/g)).toHaveLength(2);
  expect(namesIn(question)).toEqual(["name", "email", "consent_sign", "email_choice", "email_choice"]);
});

test("structured data cites each source once, without unopened addresses", () => {
  const source = { title: "A title", url: "https://example.org/a" };
  const dated = (on: string, precision: "month" | "year" | "by_month") => ({ on, precision });
  const claims = [
    claim,
    { ...claim, number: 2, published: dated("2026-02-01", "month") },
    { ...claim, number: 3, published: dated("2018-01-01", "year"), source },
    {
      ...claim,
      number: 4,
      moreSources: [{ publisher: "B", published: dated("2026-02-01", "by_month"), source: null }],
    },
    { ...claim, number: 5, kind: "opinion", publisher: null, published: null },
  ];
  const page = {
    url: "https://x.example/c/x",
    counts: { signatures: 1 },
    argument: { claims, corrections: [] },
  };
  const campaign = {
    companies: [{ name: "A company" }],
    petition: { publishedAt: new Date("2026-01-01") },
    organization: { operator: null },
  };
  const structured = caseData({ ...page, campaign } as unknown as CasePageData, "en");
  const of = (name: string) => ({ "@type": "CreativeWork", publisher: { "@type": "Organization", name } });
  expect(structured).toMatchObject({ "script:ld+json": { citation: expect.any(Array) } });
  expect((structured as { "script:ld+json": { citation: object[] } })["script:ld+json"].citation).toEqual([
    { ...of("A newsroom"), datePublished: "2026-02-17" },
    { ...of("A newsroom"), datePublished: "2026-02" },
    { ...of("A newsroom"), datePublished: "2018", url: source.url, name: source.title },
    of("B"),
  ]);
});

test("a source line links to the statement's row, and a source to its page once opened", () => {
  expect(plain(renderToStaticMarkup(<SourceLine claim={claim} />))).toMatch(
    /Reported.*<a href="#c1">A newsroom<\/a>, February 17, 2026\..*<b>Limits<\/b> One report\./,
  );
  const source = { publisher: "A newsroom", published: { on: "2026-02-17", precision: "day" as const } };
  expect(plain(renderToStaticMarkup(<SourceText of={{ ...source, source: null }} />))).toBe(
    "A newsroom, February 17, 2026",
  );
  const opened = { title: "A title", url: "https://example.org/a" };
  expect(plain(renderToStaticMarkup(<SourceText of={{ ...source, source: opened }} />))).toBe(
    'A newsroom: <a href="https://example.org/a" lang="">A title</a>, February 17, 2026',
  );
  const dates = (["day", "month", "year", "by_month"] as const).map((precision) =>
    plain(formatKnownDate("en", { on: "2026-02-17", precision })),
  );
  expect(dates).toEqual(["February 17, 2026", "February 2026", "2026", "February 2026 or earlier"]);
});

test("a date breaks before its year alone, so that it has room in a margin", () => {
  const at = { on: "2025-09-25", precision: "day" } as const;
  expect(formatKnownDate("en", at)).toBe("September\u00a025, 2025");
  expect(formatKnownDate("es", at)).toBe("25\u00a0de\u00a0septiembre de\u00a02025");
  expect(formatKnownDate("es", { ...at, precision: "month" })).toBe("septiembre de\u00a02025");
});

test("reasons have their authors, are kept from snippets, and hide when none", () => {
  const reason = {
    publicId: "1",
    language: "en",
    by: "A. S.",
    country: "DE",
    comment: "It is near <us>.",
    signedOn: "2026-11-01",
  };
  const html = plain(renderToStaticMarkup(<WhoSigns {...sample} reasons={[reason]} />));
  expect(html).toMatch(
    /data-nosnippet.*<p>It is near &lt;us&gt;\.<\/p>.*A\. S\.<\/bdi>, Germany.*href="\/c\/sample\/voices"/,
  );
  expect(renderToStaticMarkup(<WhoSigns {...sample} reasons={[]} />)).not.toContain("blockquote");
});

test("the count says in words what the bar shows", () => {
  const campaign = { slug: "x", goalSteps: [1000, 50_000] };
  const html = renderToStaticMarkup(<Count campaign={campaign} signatures={38_412} />);
  expect(html).toContain('<b data-signatures="">38,412</b> <span data-people="">people have signed</span>');
  expect(html).toMatch(/Next goal: <span data-goal="">50,000<\/span>/);
  expect(html).toContain(`width="${percentOf(50_000, 38_412)}"`);
  expect(renderToStaticMarkup(<Count campaign={campaign} signatures={1} />)).toContain("person has signed");
  expect(renderToStaticMarkup(<Count campaign={campaign} signatures={0} />)).toContain(
    "No one has signed yet",
  );
});

test("the count has every plural form, and a place before anybody signed", () => {
  const campaign = { slug: "x", goalSteps: [1000] };
  for (const [locale, one, other, many] of [
    ["en", "person has signed", "people have signed"],
    ["es", "persona firmó", "personas firmaron", "personas firmaron"],
  ] as const) {
    for (const signatures of [0, 1, 2]) {
      const html = renderToStaticMarkup(
        <LocaleProvider locale={locale} path="/c/x">
          <Count campaign={campaign} signatures={signatures} />
        </LocaleProvider>,
      );
      const form = (name: string) => new RegExp(` data-${name}="([^"]*)"`).exec(html)?.[1];
      expect([form("one"), form("other"), form("many")]).toEqual([one, other, many]);
      expect(html).toMatch(/<b data-signatures="">\d?<\/b> <span data-people="">[^<]+<\/span>/);
    }
  }
});

test("every country is offered once, the United States first and the others by name", () => {
  const list = countries("en");
  const names = list.slice(1).map(({ name }) => name);
  expect(list).toHaveLength(249);
  expect(list[0]).toEqual({ code: "US", name: "United States" });
  expect(names).toEqual([...names].sort(new Intl.Collator("en").compare));
});

test("text falls into paragraphs and numbered demands", () => {
  expect(textParts("We ask\n\n1. this;\n2. that.\n\nToday\nand tomorrow")).toEqual([
    { paragraph: "We ask" },
    { list: ["this;", "that."] },
    { paragraph: "Today and tomorrow" },
  ]);
});

test("missing organization details are marked examples or named, never made up", () => {
  const organization = {
    operator: "An association",
    postalAddress: null,
    contactEmail: null,
    privacyContact: null,
    fundingLine: null,
  };
  const campaign = { slug: "x", company: "Microsoft", organization };
  const local = renderToStaticMarkup(
    <Page campaign={campaign} examples>
      <p />
    </Page>,
  );
  expect(local).toMatch(/1 Example Street.*<span class="mark">Example<\/span>/);
  expect(local).toContain("This campaign is run by An association. ");
  const abbreviated = {
    ...organization,
    operator: "Sample e.V.",
    postalAddress: "1 Sample Street\nSampletown",
  };
  const foot = renderToStaticMarkup(
    <Page campaign={{ ...campaign, organization: abbreviated }}>
      <p />
    </Page>,
  );
  expect(foot).toContain("This campaign is run by Sample e.V. 1 Sample Street, Sampletown<");

  const production = renderToStaticMarkup(
    <Page campaign={campaign}>
      <p />
    </Page>,
  );
  expect(production).not.toMatch(/example/i);
  expect(production).toContain("Its funding is to be announced.");
  expect(production).toContain("not affiliated with Microsoft");
});

test("the last round number is under the count, and no one is the thousandth", () => {
  const milestone = { signatures: 1000, reachedAt: new Date("2026-11-12T23:30:00Z") };
  const html = renderToStaticMarkup(<CountNotes signatures={1234} milestone={milestone} zone="UTC" />);
  expect(html).toContain("Passed 1,000 signatures on November 12, 2026.");
});
