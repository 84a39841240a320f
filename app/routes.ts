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

  page("sign-in", "console/sign-in/code"),
  page("sign-in/:token", "console/sign-in/link"),
  answer("sign-in/passkey", "console/sign-in/passkey"),
  page("invite/:token", "console/sign-in/invitation"),
  answer("sign-out", "console/sign-in/sign-out"),
  page("organize/second-factor", "console/sign-in/second-factor"),
  answer("organize/passkey", "console/sign-in/own-passkey"),
  page("organize/c/:campaign/edit/preview", "console/edit/preview"),
  page("organize", "console/frame", [
    index("", "console/campaigns"),
    page("new", "console/new-campaign"),
    page("account", "console/account"),
    page("*", "console/nowhere"),
    page("c/:campaign", "console/campaign/frame", [
      index("", "console/campaign/overview"),
      answer("overview.json", "console/campaign/overview-json"),
      answer("series.csv", "console/campaign/series-csv"),
      page("approvals/:kind/:subject", "console/campaign/approval"),
      page("deliveries", "console/campaign/emails"),
      page("fetch", "console/campaign/fetch"),
      page("freeze", "console/campaign/freeze"),
      page("close", "console/campaign/close"),
      page("*", "console/campaign/nowhere"),
      page("audit", "console/audit/log"),
      answer("audit/:file", "console/audit/file"),
      page("team", "console/team/list"),
      page("team/:member", "console/team/member"),
      page("tokens", "console/team/tokens"),
      page("erase", "console/people/erase"),
      page("requests", "console/people/requests"),
      page("exports", "console/exports/list"),
      answer("exports/:file", "console/exports/file"),
      page("packs", "console/packs/list"),
      answer("packs/:file", "console/packs/file"),
      index("imports", "console/imports/list"),
      page("imports/paper", "console/imports/paper"),
      page("imports/:import", "console/imports/import"),
      answer("imports/:import/rows.csv", "console/imports/rows"),
      page("signatures", "console/signatures/list"),
      page("names", "console/signatures/names"),
      index("review", "console/signatures/review"),
      page("review/bulk", "console/signatures/bulk-review"),
      page("pledges", "console/pledges/list"),
      page("pledges/:pledge", "console/pledges/pledge"),
      page("co-filers", "console/pledges/co-filers"),
      index("meetings", "console/meetings/list"),
      page("meetings/:year", "console/meetings/meeting"),
      page("meetings/:year/items/:item", "console/meetings/item"),
      page("meetings/figures", "console/meetings/figures"),
      page("meetings/rule", "console/meetings/rule"),
      index("updates", "console/updates/list"),
      page("updates/:update", "console/updates/update"),
      answer("updates/:update/preview/:file", "console/updates/preview"),
      page("letters", "console/letters/frame", [
        index("", "console/letters/list"),
        page(":letter", "console/letters/letter"),
        page("moderation", "console/letters/moderation"),
        page("replies", "console/letters/replies"),
        page("settings", "console/letters/settings"),
        index("dispatches", "console/letters/dispatches"),
        page("dispatches/:dispatch", "console/letters/dispatch"),
        page("dispatches/:dispatch/letters", "console/letters/dispatch-letters"),
        answer("dispatches/:dispatch/preview/:file", "console/letters/dispatch-preview"),
        index("recipients", "console/letters/recipients"),
        page("recipients/:recipient", "console/letters/recipient"),
      ]),
      page("edit", "console/edit/frame", [
        index("", "console/edit/overview"),
        page("page", "console/edit/page"),
        index("claims", "console/edit/claims"),
        page("claims/:claim", "console/edit/claim"),
        page("petition", "console/edit/petition"),
        answer("notices/:notice/:file", "console/edit/notice-file"),
        page("imprint", "console/edit/organization"),
        page("corrections", "console/edit/corrections"),
        page("translations", "console/edit/translations"),
        page("history", "console/edit/history"),
      ]),
    ]),
  ]),

  answer("webhooks/resend", "api/webhooks/resend"),
  answer("api/*", "api/nowhere"),
  ...under("api/v1", [
    answer("openapi.json", "api/document"),
    answer("token", "api/token"),
    answerIndex("campaigns/:campaign", "api/campaign/campaign"),
    answer("campaigns/:campaign/counts", "api/campaign/counts"),
    answer("campaigns/:campaign/claims", "api/campaign/claims"),
    answer("campaigns/:campaign/series", "api/campaign/series"),
    answer("campaigns/:campaign/updates", "api/campaign/updates"),
    answer("organizer/campaigns/:campaign/activity", "api/organizer/activity"),
    answer("organizer/campaigns/:campaign/queues", "api/organizer/queues"),
    answerIndex("organizer/campaigns/:campaign/exports", "api/organizer/exports"),
    answerIndex("organizer/campaigns/:campaign/exports/:export", "api/organizer/export"),
    answer("organizer/campaigns/:campaign/exports/:export/file", "api/organizer/export-file"),
  ]),

  index("dev/mailbox", "dev/mailbox/list"),
  page("dev/mailbox/:id", "dev/mailbox/email"),
  answer("dev/mailbox/:id/html", "dev/mailbox/html"),
  page("dev/ui", "dev/ui"),
  answer("dev/ui.css", "dev/ui-css"),
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
