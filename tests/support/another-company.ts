import { eq, sql } from "drizzle-orm";
import { type Command, optionName } from "#app/cli/command.ts";
import { exportFormats, exportPresets, isPledgePreset } from "#app/domain/outgoing/exports/presets.ts";
import { createToken, type TokenPurpose } from "#app/lib/token.server.ts";
import { addresses } from "#app/routes.ts";
import type { Db } from "#db/index.ts";
import { campaignCompanies, campaigns, supporters, targets } from "#db/schema/index.ts";
import { filled } from "./addresses.ts";
import { aToken } from "./api-tokens.ts";
import { changeRows, testKeys } from "./builders.ts";
import { aConsoleScene } from "./console-scene.ts";
import { dateFromNow } from "./days.ts";
import { aHolder, pledgeAnswers } from "./holders.ts";
import { aLetter } from "./letters.ts";
import { anOrganizer, aSession } from "./organizers.ts";
import { nextYear } from "./pledges.ts";
import { aStoredSignature } from "./signatures.ts";
import { anUpdate, approved } from "./updates.ts";

/** A made-up company in another time zone, under a law without a profile. */
const hoshino = {
  slug: "hoshino",
  name: "Hoshino",
  legalName: "Hoshino Jidosha K.K.",
  names: { es: "Hoshino Motores" },
  ticker: "7999",
  exchange: "Tokyo Stock Exchange",
  zone: "Asia/Tokyo",
  country: "JP",
  jurisdiction: "other",
};

/** A database on which a site has started, where only code can name the first company. */
async function hideSeed(db: Db) {
  await db
    .update(campaigns)
    .set({
      slug: "another",
      title: "Another",
      eyebrow: "",
      standfirst: "",
      featured: false,
      status: "draft",
    });
  await db
    .update(targets)
    .set({
      slug: "another",
      name: "Another",
      legalName: "Another",
      names: {},
      ticker: "A",
      exchange: "Tokyo",
      zone: "Asia/Tokyo",
    });
}

/** Makes a campaign about that company, with one of all that pages, emails, papers and commands show. */
export async function anotherCompany(db: Db) {
  await hideSeed(db);
  const scene = await aConsoleScene(db);
  const slug = scene.base.split("/").at(-1) ?? "";
  const [campaign] = await db
    .update(campaigns)
    .set({ featured: true, languages: ["en", "es"] })
    .where(eq(campaigns.slug, slug))
    .returning();
  if (!campaign) throw new Error("the scene has no campaign");
  await db.update(targets).set({ exchange: "Osaka" });
  const itsOwn = eq(targets.id, campaign.targetId);
  const [company] = await db.update(targets).set(hoshino).where(itsOwn).returning();
  const [meeting] = await db.execute<{ id: number }>(sql`
    update meetings set as_of = ${dateFromNow(-3)}, verified_at = now(), verified_by = 'Noor', source_url = 'https://hoshino.test/meeting',
      portal_url = 'https://hoshino.test/vote' where target_id = ${campaign.targetId} returning id`);
  if (!meeting) throw new Error("the scene has no meeting");
  await changeRows(db, campaignCompanies, { campaignId: campaign.id }, { meetingId: meeting.id });

  const about = { campaign, meeting };
  const { signature, supporter } = await aStoredSignature(db, campaign, {
    display: "public",
    consents: ["sign", "public_name", "updates", "deliver_to_company"],
    petitionVersion: 2,
  });
  const pending = await aStoredSignature(db, campaign, { state: "pending", petitionVersion: 2 });
  const answers = pledgeAnswers({ willing: ["attend", "media"] });
  const { pledge } = await aHolder(db, about, { answers });
  const { pledge: fund } = await aHolder(db, about, {
    answers: pledgeAnswers({ kind: "fund", fundManager: "Sample Funds" }),
  });
  const letter = await aLetter(db, campaign, {
    supporterId: supporter.id,
    display: "public",
    publication: "published",
  });
  const at = new Date(Date.now() - 3_600_000);
  const sent = { ...approved, state: "sent", startedAt: at, preparedAt: at, finishedAt: at } as const;
  const update = await anUpdate(db, campaign, { ...sent, subject: "What happened", body: "Two things." });
  const organizer = await anOrganizer(db, { campaign, name: "Noor Haddad" });
  const program = await aToken(db, { campaign, organizer }, ["activity", "queues"]);
  return {
    ...scene,
    campaign,
    company: company?.slug ?? "",
    meeting,
    slug,
    signature,
    supporter,
    pending: pending.signature,
    pledge,
    fund,
    letter,
    update,
    organizer,
    owner: { cookie: `session=${await aSession(db, organizer)}` },
    program,
    token: (purpose: TokenPurpose, subject: string) =>
      createToken(testKeys, purpose, { subject, issuedAt: new Date(), expiresAt: null }),
    personOf: async (id: number) =>
      (await db.select().from(supporters).where(eq(supporters.id, id)))[0]?.publicId ?? "",
  };
}
export type Scene = Awaited<ReturnType<typeof anotherCompany>>;

/** A page or file; with `fields`, the answer to its form. */
export type Asked = { path: string; fields?: Record<string, string>; headers?: Record<string, string> };

const person = { name: "Ada Sample", email: "ada@example.org", country: "JP" };

/** Lists requests for each address outside the console, by route. */
export async function asked(scene: Scene): Promise<Record<string, Asked[]>> {
  const { slug, signature, supporter, pending, pledge, fund, letter, update, program } = scene;
  const { token, personOf } = scene;
  const at = (path: string, fields?: Record<string, string>): Asked => ({
    path: `/c/${slug}${path}`,
    ...(fields && { fields }),
  });
  const own = (path: string, purpose: TokenPurpose, subject: string): Asked => ({
    path: `/${path}/${token(purpose, subject)}`,
  });
  const within = (path: string, purpose: TokenPurpose, subject: string): Asked => ({
    path: `/c/${slug}/${path}/${createToken(testKeys, purpose, { subject, issuedAt: new Date(), expiresAt: null, within: slug })}`,
  });
  const api = (path: string): Asked => ({ path: `/api/v1${path}`, headers: program.headers });
  const holders = await Promise.all([pledge, fund].map(({ supporterId }) => personOf(supporterId)));
  const ofPerson = [supporter.publicId, ...holders];
  const ways = ["broker", "registered", "employee_plan", "ira_brokerage", "foreign_broker", "fund", "unsure"];
  const wrote = { body: "I ask you to end these agreements.", shares: "100" };
  const none = "00000000-0000-4000-8000-000000000000";
  const values = { campaign: slug, company: scene.company, cursor: letter.publicId, file: "packet.txt" };
  // The second address of a page, about one of several companies there.
  const ofCompany = addresses.filter(({ id }) => id.endsWith("/of-company"));
  return {
    ...Object.fromEntries(ofCompany.map(({ id, address }) => [id, [{ path: filled(address, values, "") }]])),
    "public/home": [{ path: "/" }],
    "public/privacy": [{ path: "/privacy" }],
    "public/accessibility": [{ path: "/accessibility" }],
    "public/robots": [{ path: "/robots.txt" }],
    "public/sitemap": [{ path: "/sitemap.xml" }],
    "public/not-found": [{ path: "/nowhere" }],
    "public/campaign/case": [at("")],
    "public/campaign/petition": [at("/petition")],
    "public/campaign/sources": [at("/sources")],
    "public/campaign/transparency": [at("/transparency")],
    "public/campaign/privacy": [at("/privacy")],
    "public/campaign/embed": [at("/embed")],
    "public/campaign/widget": [at("/widget")],
    "public/campaign/widget-counter": [at("/widget/counter")],
    "public/campaign/share-image": [at("/share/en.png")],
    "public/campaign/picture": [at("/picture/none.webp")],
    "public/campaign/count": [at("/count.json")],
    "public/campaign/series-json": [at("/series.json")],
    "public/campaign/series-csv": [at("/series.csv")],
    "public/campaign/pack-key": [at("/pack-key.json")],
    "public/signatures/sign": [at("/sign"), at("/sign", {})],
    "public/signatures/check-your-inbox": [at("/check-your-inbox")],
    "public/signatures/resend": [at("/resend"), at("/resend", {})],
    "public/signatures/list": [at("/signers")],
    "public/signatures/list-page": [at(`/signers/page/${signature.publicId}`)],
    "public/signatures/voices": [at("/voices")],
    "public/signatures/voices-page": [at(`/voices/page/${signature.publicId}`)],
    "public/pledges/pledge": [
      at("/pledge"),
      at("/pledge", { step: "1" }),
      ...ways.map((way) => at("/pledge", { ...person, way, step: "1" })),
      ...ways.map((way) => at("/pledge", { ...person, way, step: "2" })),
    ],
    "public/pledges/totals": [at("/pledges")],
    "public/pledges/list-page": [at(`/pledges/page/${pledge.publicId}`)],
    "public/pledges/figures": [at("/pledges.json")],
    "public/pledges/co-file": [
      at("/co-file"),
      at("/co-file", { shares: "100", held_since_month: "2020-01" }),
    ],
    "public/pledges/co-file-packet": ["txt", "pdf"].map((kind) => at(`/co-file/packet.${kind}`)),
    "public/letters/write": [
      at("/letter"),
      at("/letter", {}),
      ...["compose", "preview", "print"].map((step) => at("/letter", { ...person, ...wrote, step })),
    ],
    "public/letters/list": [at("/letters")],
    "public/letters/list-page": [at(`/letters/page/${letter.publicId}`)],
    "public/letters/list/of-company": [at("/letters/company/hoshino")],
    "public/letters/list-page/of-company": [at(`/letters/company/hoshino/page/${letter.publicId}`)],
    "public/letters/letter": [at(`/letters/${letter.publicId}`)],
    "public/letters/report": [at(`/letters/${letter.publicId}/report`)],
    "public/letters/reported": [at("/letters/reported")],
    "public/letters/figures": [at("/letters.json")],
    "public/updates/list": [at("/updates")],
    "public/updates/update": [at(`/updates/${update.number}`)],
    "public/updates/feed": [at("/updates.atom")],
    "personal/confirm": [own("confirm", "confirm", pending.publicId)],
    "personal/thanks": [
      own("thanks", "thanks", signature.publicId),
      own("thanks", "thanks-pledge", pledge.publicId),
      own("thanks", "thanks-pledge", fund.publicId),
      own("thanks", "thanks-letter", letter.publicId),
    ],
    "personal/request-link": [{ path: "/manage" }],
    "personal/manage": ofPerson.map((id) => own("manage", "manage", id)),
    "personal/manage-export": ofPerson.map((id) => ({ path: `/manage/${token("manage", id)}/export` })),
    "personal/unsubscribe": [own("unsubscribe", "unsubscribe", supporter.publicId)],
    "personal/signed": [own("signed", "notice", none)],
    "personal/voted": [own("voted", "voted", pledge.publicId), own("voted", "voted", fund.publicId)],
    "personal/undo": [
      own("undo", "undo-signature", signature.publicId),
      own("undo", "undo-pledge", pledge.publicId),
      own("undo", "undo-letter", letter.publicId),
    ],
    "personal/pledge": [within("pledge", "new-pledge", supporter.publicId)],
    "personal/sign": [within("sign", "sign", supporter.publicId)],
    "personal/letter": [within("letter", "letter", supporter.publicId)],
    "personal/next": [within("next", "next-pledge", supporter.publicId)],
    "console/sign-in/code": [{ path: "/sign-in" }],
    "console/sign-in/link": [own("sign-in", "sign-in", scene.organizer.id)],
    "console/sign-in/passkey": [{ path: "/sign-in/passkey" }],
    "console/sign-in/invitation": [{ path: "/invite/none" }],
    "console/sign-in/sign-out": [{ path: "/sign-out" }],
    "api/webhooks/vendor": [{ path: "/webhooks/resend", fields: {} }],
    "api/not-found": [api("/nowhere")],
    "api/document": [api("/openapi.json")],
    ...Object.fromEntries(
      ["", "/counts", "/claims", "/series", "/updates"].map((path) => [
        `api/campaign/${path.slice(1) || "campaign"}`,
        [api(`/campaigns/${slug}${path}`)],
      ]),
    ),
    "api/token": [api("/token")],
    "api/organizer/activity": [api(`/organizer/campaigns/${slug}/activity`)],
    "api/organizer/queues": [api(`/organizer/campaigns/${slug}/queues`)],
    "api/organizer/exports": [api(`/organizer/campaigns/${slug}/exports`)],
    "api/organizer/export": [api(`/organizer/campaigns/${slug}/exports/${none}`)],
    "api/organizer/export-file": [api(`/organizer/campaigns/${slug}/exports/${none}/file`)],
  };
}

/** Commands that start, move or stop the site itself, and name no campaign but the first. */
export const commandsOfSite = new Set(
  "backup erase migrate restore resume-sending rotate seed start verify-pack web worker".split(" "),
);

/** Returns what is typed after a command about the scene: all that it needs, and what makes it say more. */
export function lineOf(scene: Scene, name: string, { options }: Command, files: Files): string[] {
  const ids = { dispatch: scene.dispatchId, letter: scene.letterId, pledge: scene.pledge.publicId };
  const named: Record<string, string> = {
    ...ids,
    campaign: scene.slug,
    company: "another",
    claim: String(scene.claimId),
    year: String(nextYear),
    recipient: scene.recipientId,
    update: scene.updateId,
    notice: scene.noticeId,
    export: scene.exportId,
    for: "Sample",
    file: files.words,
    "consent-file": files.words,
    output: files.output,
    country: "JP",
    slug: `too-${name.replaceAll(" ", "-")}`,
    name: "Sample",
    scope: "activity",
    preset: "full",
    kind: name.startsWith("correction") ? "wording" : "",
    key: "title",
    set: "text=A statement.",
    in: "es",
    "updates-for": "nobody",
  };
  const ofHint: Record<string, string> = {
    ID: "00000000-0000-4000-8000-000000000000",
    N: "1",
    DAY: dateFromNow(-3),
    MONTH: "2026-03",
    TIME: new Date().toISOString(),
    "HH:MM": "10:00",
    T: "Some words",
    E: "noor@example.org",
    WHO: "Noor Haddad",
    "CODE|ID": scene.signature.publicId,
    MARK: "mark",
    URL: "https://hoshino.test/a",
  };
  return [
    ...name.split(" "),
    ...Object.entries(options).flatMap(([key, { hint, isRequired, isOperand }]) => {
      const option = optionName(key);
      if (hint === null) return saysMore.includes(option) ? [`--${option}`] : [];
      if (!isRequired) return [];
      const value = named[option] || ofHint[hint] || hint.split("|")[0] || "";
      return isOperand ? [value] : [`--${option}`, value];
    }),
    ...(further[name] ?? []).map((value) => (value === "-" ? files.words : value)),
  ];
}

/** Further options for commands that take several. */
const further: Record<string, string[]> = {
  "campaign create": ["--begin", "template", "--company-name", "Mizuho Works"],
  "claim set": ["section=people", "kind=opinion", "attribution=Us"].flatMap((field) => ["--set", field]),
  "company add": [
    "name=Mizuho",
    "ticker=7998",
    "exchange=Tokyo",
    "zone=Asia/Tokyo",
    "country=JP",
    "jurisdiction=other",
  ].flatMap((field) => ["--set", field]),
  "dispatch edit": ["--subject", "Letters"],
  "export pledges": ["--preset", "pledges"],
  "export signatures": ["--preset", "full"],
  "figures add": ["shares_outstanding=1000000", `as_of=${dateFromNow(-9)}`].flatMap((field) => [
    "--set",
    field,
  ]),
  "import paper": [
    "--consent-text",
    "I sign.",
    "--consent-source",
    "A stall",
    "--agreed-on",
    dateFromNow(-9),
  ],
  "import run": ["--consent-text", "I sign."],
  "item set": ["--set", "title=Report on the works", "--set", "status=proposed"],
  "letter set": ["--every-days", "30"],
  "petition draft": ["--summary", "We ask for a report."],
  "petition publish": ["--meaning", "same", "--note", "A comma."],
  "picture set": [
    "--alt-en",
    "A river",
    "--alt-es",
    "Un río",
    "--credit",
    "Noor",
    "--licence",
    "Her own",
    "--people",
    "none",
  ],
  "recipient add": ["--name", "Board chair", "--email", "chair@hoshino.test"],
  "recipient edit": ["--per-day", "3"],
  "review bulk preview": ["--country", "JP"],
  "review bulk start": ["--country", "JP"],
  "rule set": [
    "price_window_days=60",
    "words_at_most=500",
    "cure_days=14",
    "dollars_1=2000",
    "years_1=3",
  ].flatMap((field) => ["--set", field]),
  "update edit": ["--subject", "What happened"],
  "update send": ["--subject", "What happened", "--audience-did", "wrote", "--body-file", "-"],
};
type Files = { words: string; output: string };
const saysMore = ["names", "holding", "shares", "dry-run", "html", "approve-alone", "also", "bom"];

export const listedExports = exportPresets.flatMap((preset) =>
  exportFormats.map((format) => ({
    preset,
    format,
    command: isPledgePreset(preset) ? "pledges" : "signatures",
  })),
);
