import type { RouteConfigEntry } from "@remix-run/route-config";

/** Its id is its folder in `app/routes`. */
type Route = RouteConfigEntry & { id: string; children?: Route[] };

/**
 * Every address of the site, once: the folder in `app/routes` that answers it, for whom it is, and what the server does
 * with it. Pages are `route.tsx`, all other answers `route.ts`. An address is served in every language, here without it.
 */
const routes: Route[] = [
  index("", "public/home"),
  page("privacy", "public/privacy"),
  page("accessibility", "public/accessibility"),
  answer("robots.txt", "public/robots"),
  answer("sitemap.xml", "public/sitemap"),
  page("*", "public/nowhere"),
  ...under("c/:campaign", [
    index("", "public/campaign/case"),
    page("petition", "public/campaign/petition"),
    page("sources", "public/campaign/sources"),
    page("transparency", "public/campaign/transparency"),
    page("privacy", "public/campaign/privacy"),
    page("embed", "public/campaign/embed"),
    index("widget", "public/campaign/widget"),
    page("widget/counter", "public/campaign/widget-counter"),
    answer("share/:file", "public/campaign/share-image"),
    answer("count.json", "public/campaign/count"),
    answer("series.json", "public/campaign/series-json"),
    answer("series.csv", "public/campaign/series-csv"),
    answer("pack-key.json", "public/campaign/pack-key"),
    page("sign", "public/signatures/sign"),
    page("check-your-inbox", "public/signatures/check-your-inbox"),
    page("resend", "public/signatures/resend"),
    index("signers", "public/signatures/list"),
    page("signers/page/:cursor", "public/signatures/list-page"),
    page("pledge", "public/pledges/pledge"),
    page("pledges", "public/pledges/totals"),
    page("pledges/page/:cursor", "public/pledges/list-page"),
    answer("pledges.json", "public/pledges/figures"),
    page("co-file", "public/pledges/co-file"),
    answer("co-file/:file", "public/pledges/co-file-packet"),
    page("letter", "public/letters/write"),
    index("letters", "public/letters/list"),
    page("letters/page/:cursor", "public/letters/list-page"),
    page("letters/:letter", "public/letters/letter"),
    page("letters/:letter/report", "public/letters/report"),
    page("letters/reported", "public/letters/reported"),
    answer("letters.json", "public/letters/figures"),
    index("updates", "public/updates/list"),
    page("updates/:number", "public/updates/update"),
    answer("updates.atom", "public/updates/feed"),
  ]),

  page("confirm/:token", "personal/confirm"),
  page("thanks/:token", "personal/thanks"),
  index("manage", "personal/request-link"),
  page("manage/:token", "personal/manage"),
  answer("manage/:token/export", "personal/manage-export"),
  page("unsubscribe/:token", "personal/unsubscribe"),
  page("signed/:token", "personal/signed"),
  page("voted/:token", "personal/voted"),
  page("c/:campaign/pledge/:token", "personal/pledge"),

  page("sign-in", "sign-in"),
  page("sign-in/:token", "sign-in_.$token"),
  answer("sign-in/passkey", "sign-in_.passkey"),
  page("invite/:token", "invite.$token"),
  answer("sign-out", "sign-out"),
  page("organize/second-factor", "organize_.second-factor"),
  answer("organize/passkey", "organize_.passkey"),
  page("organize/c/:campaign/edit/preview", "organize_.c.$campaign.edit.preview"),
  page("organize", "organize", [
    index("", "organize._index"),
    page("new", "organize.new"),
    page("account", "organize.account"),
    page("*", "organize.$"),
    page("c/:campaign", "organize.c.$campaign", [
      index("", "organize.c.$campaign._index"),
      answer("overview.json", "organize.c.$campaign.overview[.]json"),
      answer("series.csv", "organize.c.$campaign.series[.]csv"),
      page("approvals/:kind/:subject", "organize.c.$campaign.approvals.$kind.$subject"),
      page("deliveries", "organize.c.$campaign.deliveries"),
      page("fetch", "organize.c.$campaign.fetch"),
      page("freeze", "organize.c.$campaign.freeze"),
      page("close", "organize.c.$campaign.close"),
      page("*", "organize.c.$campaign.$"),
      page("audit", "organize.c.$campaign.audit"),
      answer("audit/:file", "organize.c.$campaign.audit_.$file"),
      page("team", "organize.c.$campaign.team"),
      page("team/:member", "organize.c.$campaign.team_.$member"),
      page("tokens", "organize.c.$campaign.tokens"),
      page("erase", "organize.c.$campaign.erase"),
      page("requests", "organize.c.$campaign.requests"),
      page("exports", "organize.c.$campaign.exports"),
      answer("exports/:file", "organize.c.$campaign.exports_.$file"),
      page("packs", "organize.c.$campaign.packs"),
      answer("packs/:file", "organize.c.$campaign.packs_.$file"),
      index("imports", "organize.c.$campaign.imports._index"),
      page("imports/paper", "organize.c.$campaign.imports.paper"),
      page("imports/:import", "organize.c.$campaign.imports.$import"),
      answer("imports/:import/rows.csv", "organize.c.$campaign.imports.$import_.rows[.]csv"),
      page("signatures", "organize.c.$campaign.signatures"),
      page("names", "organize.c.$campaign.names"),
      index("review", "organize.c.$campaign.review._index"),
      page("review/bulk", "organize.c.$campaign.review.bulk"),
      page("pledges", "organize.c.$campaign.pledges"),
      page("pledges/:pledge", "organize.c.$campaign.pledges_.$pledge"),
      page("co-filers", "organize.c.$campaign.co-filers"),
      index("meetings", "organize.c.$campaign.meetings._index"),
      page("meetings/:year", "organize.c.$campaign.meetings.$year"),
      page("meetings/:year/items/:item", "organize.c.$campaign.meetings.$year_.items.$item"),
      page("meetings/figures", "organize.c.$campaign.meetings.figures"),
      page("meetings/rule", "organize.c.$campaign.meetings.rule"),
      index("updates", "organize.c.$campaign.updates._index"),
      page("updates/:update", "organize.c.$campaign.updates.$update"),
      answer("updates/:update/preview/:file", "organize.c.$campaign.updates.$update_.preview.$file"),
      page("letters", "organize.c.$campaign.letters", [
        index("", "organize.c.$campaign.letters._index"),
        page(":letter", "organize.c.$campaign.letters.$letter"),
        page("moderation", "organize.c.$campaign.letters.moderation"),
        page("replies", "organize.c.$campaign.letters.replies"),
        page("settings", "organize.c.$campaign.letters.settings"),
        index("dispatches", "organize.c.$campaign.letters.dispatches._index"),
        page("dispatches/:dispatch", "organize.c.$campaign.letters.dispatches.$dispatch"),
        page("dispatches/:dispatch/letters", "organize.c.$campaign.letters.dispatches.$dispatch_.letters"),
        answer(
          "dispatches/:dispatch/preview/:file",
          "organize.c.$campaign.letters.dispatches.$dispatch_.preview.$file",
        ),
        index("recipients", "organize.c.$campaign.letters.recipients._index"),
        page("recipients/:recipient", "organize.c.$campaign.letters.recipients.$recipient"),
      ]),
      page("edit", "organize.c.$campaign.edit", [
        index("", "organize.c.$campaign.edit._index"),
        page("page", "organize.c.$campaign.edit.page"),
        index("claims", "organize.c.$campaign.edit.claims._index"),
        page("claims/:claim", "organize.c.$campaign.edit.claims.$claim"),
        page("petition", "organize.c.$campaign.edit.petition"),
        answer("notices/:notice/:file", "organize.c.$campaign.edit.notices.$notice.$file"),
        page("imprint", "organize.c.$campaign.edit.imprint"),
        page("corrections", "organize.c.$campaign.edit.corrections"),
        page("translations", "organize.c.$campaign.edit.translations"),
        page("history", "organize.c.$campaign.edit.history"),
      ]),
    ]),
  ]),

  answer("webhooks/resend", "webhooks.resend"),
  answer("api/*", "api.$"),
  ...under("api/v1", [
    answer("openapi.json", "api.v1.openapi[.]json"),
    answer("token", "api.v1.token"),
    answerIndex("campaigns/:campaign", "api.v1.campaigns.$campaign._index"),
    answer("campaigns/:campaign/counts", "api.v1.campaigns.$campaign.counts"),
    answer("campaigns/:campaign/claims", "api.v1.campaigns.$campaign.claims"),
    answer("campaigns/:campaign/series", "api.v1.campaigns.$campaign.series"),
    answer("campaigns/:campaign/updates", "api.v1.campaigns.$campaign.updates"),
    answer("organizer/campaigns/:campaign/activity", "api.v1.organizer.campaigns.$campaign.activity"),
    answer("organizer/campaigns/:campaign/queues", "api.v1.organizer.campaigns.$campaign.queues"),
    answerIndex(
      "organizer/campaigns/:campaign/exports",
      "api.v1.organizer.campaigns.$campaign.exports._index",
    ),
    answerIndex(
      "organizer/campaigns/:campaign/exports/:export",
      "api.v1.organizer.campaigns.$campaign.exports.$export._index",
    ),
    answer(
      "organizer/campaigns/:campaign/exports/:export/file",
      "api.v1.organizer.campaigns.$campaign.exports.$export.file",
    ),
  ]),

  index("dev/mailbox", "dev.mailbox._index"),
  page("dev/mailbox/:id", "dev.mailbox.$id"),
  answer("dev/mailbox/:id/html", "dev.mailbox.$id_.html"),
  page("dev/ui", "dev.ui"),
  answer("dev/ui.css", "dev.ui[.]css"),
];

export default routes;

/** Every route that answers an address, by its whole address (`/manage/:token`), with its layouts, outermost first. */
export const addresses = addressesOf(routes);

function addressesOf(of: Route[], layouts: Route[] = []): (Route & { address: string; layouts: string[] })[] {
  return of.flatMap((route) => {
    const chain = [...layouts, route];
    const address = `/${chain.flatMap(({ path }) => path || []).join("/")}`;
    return [
      { ...route, address, layouts: layouts.map(({ id }) => id) },
      ...addressesOf(route.children ?? [], chain),
    ];
  });
}

/** A page at `path`, within which its `children` are shown. */
function page(path: string, id: string, children?: Route[]): Route {
  return { ...(path && { path }), id, file: `routes/${id}/route.tsx`, ...(children && { children }) };
}

/** A page at the address of the folder it is in. */
function index(path: string, id: string): Route {
  return { ...page(path, id), index: true };
}

/** An answer that is no page: a file, or data. */
function answer(path: string, id: string): Route {
  return { path, id, file: `routes/${id}/route.ts` };
}

function answerIndex(path: string, id: string): Route {
  return { ...answer(path, id), index: true };
}

/** Puts routes under an address that has no layout of its own. */
function under(path: string, children: Route[]): Route[] {
  return children.map((route) => ({ ...route, path: [path, route.path].filter(Boolean).join("/") }));
}
