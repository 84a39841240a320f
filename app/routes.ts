import type { RouteConfigEntry } from "@remix-run/route-config";
import type { OrganizerRight } from "./domain/access/organizer.ts";

/**
 * Who a page is for decides its headers: `public` pages are the same for all and cached, `personal` pages
 * belong to the holder of their link, `organizer` pages to a session, `dev` pages to this machine.
 */
export type PageClass = "public" | "personal" | "organizer" | "dev";

/** What the server does with an address. */
export type Traits = {
  class: PageClass;
  /** The same for everyone, so that one rendering answers all. */
  cached?: true;
  /** With this parameter it is a personal page: its value is sealed for one person. */
  ownBy?: "for";
  /** Other sites may show it in a frame. */
  embeddable?: true;
  /** Programs post here: a provider, an email program (RFC 8058), or an organizer's program. */
  machine?: "webhook" | "one-click" | "token";
  /** Accepts a long file. */
  upload?: "list" | "picture";
  needs?: Needs;
};

/**
 * Who may open a page of the console: organizers with one of these rights in the campaign, everyone signed in
 * (`half`: also before the second factor), or anyone.
 */
export type Needs = readonly OrganizerRight[] | "signed-in" | "half-signed-in" | "anyone";

/** A row of the map. Its id is its folder in `app/routes`; a second address has a suffix after it. */
type Row<T> = Omit<RouteConfigEntry, "children"> & { id: string; children?: Row<T>[] } & T;
type Route = Row<Traits>;
type Opens = { needs: Needs };

const cached = { cached: true } as const;
const embeddable = { cached: true, embeddable: true } as const;
const token = { machine: "token" } as const;
const anyone: Opens = { needs: "anyone" };
const halfSignedIn: Opens = { needs: "half-signed-in" };
const signedIn: Opens = { needs: "signed-in" };
const view = opens("view");
const viewNames = opens("view-names");
const review = opens("review");
const manage = opens("manage");
const exportSignatures = opens("export-signatures");

/**
 * Every address of the site, once: the folder in `app/routes` that answers it, who it is for, and what the
 * server does with it. Pages are `route.tsx`, other answers `route.ts`. Every address also exists in each
 * language; here it is without one.
 */
const routes: Route[] = [
  ...ofClass("public", [
    index("", "public/home", cached),
    page("privacy", "public/privacy", cached),
    page("accessibility", "public/accessibility", cached),
    answer("robots.txt", "public/robots", cached),
    answer("sitemap.xml", "public/sitemap", cached),
    page("*", "public/not-found"),
    ...under("c/:campaign", [
      index("", "public/campaign/case", cached),
      page("petition", "public/campaign/petition", cached),
      page("sources", "public/campaign/sources", cached),
      page("transparency", "public/campaign/transparency", cached),
      page("privacy", "public/campaign/privacy", cached),
      page("embed", "public/campaign/embed", cached),
      index("widget", "public/campaign/widget", embeddable),
      page("widget/counter", "public/campaign/widget-counter", embeddable),
      answer("share/:file", "public/campaign/share-image"),
      answer("picture/:file", "public/campaign/picture"),
      answer("count.json", "public/campaign/count", cached),
      answer("series.json", "public/campaign/series-json", cached),
      answer("series.csv", "public/campaign/series-csv", cached),
      answer("pack-key.json", "public/campaign/pack-key", cached),
      page("sign", "public/signatures/sign"),
      page("check-your-inbox", "public/signatures/check-your-inbox", { ...cached, ownBy: "for" }),
      page("resend", "public/signatures/resend"),
      index("signers", "public/signatures/list", cached),
      page("signers/page/:cursor", "public/signatures/list-page", cached),
      index("voices", "public/signatures/voices", cached),
      page("voices/page/:cursor", "public/signatures/voices-page", cached),
      page("pledge", "public/pledges/pledge", cached),
      page("pledges", "public/pledges/totals", cached),
      page("pledges/page/:cursor", "public/pledges/list-page", cached),
      answer("pledges.json", "public/pledges/figures", cached),
      page("co-file", "public/pledges/co-file", cached),
      answer("co-file/:file", "public/pledges/co-file-packet", cached),
      ofCompany(page("co-file/company/:company", "public/pledges/co-file", cached)),
      ofCompany(answer("co-file/company/:company/:file", "public/pledges/co-file-packet", cached)),
      page("letter", "public/letters/write", cached),
      index("letters", "public/letters/list", cached),
      page("letters/page/:cursor", "public/letters/list-page", cached),
      ofCompany(index("letters/company/:company", "public/letters/list", cached)),
      ofCompany(page("letters/company/:company/page/:cursor", "public/letters/list-page", cached)),
      page("letters/:letter", "public/letters/letter", cached),
      page("letters/:letter/report", "public/letters/report"),
      page("letters/reported", "public/letters/reported", cached),
      answer("letters.json", "public/letters/figures", cached),
      index("updates", "public/updates/list", cached),
      page("updates/:number", "public/updates/update", cached),
      answer("updates.atom", "public/updates/feed", cached),
    ]),
  ]),

  ...ofClass("personal", [
    page("confirm/:token", "personal/confirm"),
    page("thanks/:token", "personal/thanks"),
    index("manage", "personal/request-link"),
    page("manage/:token", "personal/manage"),
    answer("manage/:token/export", "personal/manage-export"),
    page("unsubscribe/:token", "personal/unsubscribe", { machine: "one-click" }),
    page("signed/:token", "personal/signed"),
    page("voted/:token", "personal/voted"),
    page("undo/:token", "personal/undo"),
    page("c/:campaign/pledge/:token", "personal/pledge"),
    page("c/:campaign/sign/:token", "personal/sign"),
    page("c/:campaign/letter/:token", "personal/letter"),
    page("c/:campaign/next/:token", "personal/next"),
  ]),

  ...ofClass<Opens>("organizer", [
    page("sign-in", "console/sign-in/code", anyone),
    page("sign-in/:token", "console/sign-in/link", anyone),
    answer("sign-in/passkey", "console/sign-in/passkey", anyone),
    page("invite/:token", "console/sign-in/invitation", anyone),
    answer("sign-out", "console/sign-in/sign-out", anyone),
    page("organize/second-factor", "console/sign-in/second-factor", halfSignedIn),
    answer("organize/passkey", "console/sign-in/own-passkey", halfSignedIn),
    page("organize/c/:campaign/edit/preview", "console/edit/preview", view),
    page("organize", "console/frame", signedIn, [
      index("", "console/campaigns", signedIn),
      page("new", "console/new-campaign", signedIn),
      page("account", "console/account", signedIn),
      page("*", "console/not-found", signedIn),
      page("c/:campaign", "console/campaign/frame", view, [
        index("", "console/campaign/overview", view),
        answer("overview.json", "console/campaign/overview-json", view),
        answer("series.csv", "console/campaign/series-csv", view),
        page("approvals/:kind/:subject", "console/campaign/approval", view),
        page("emails", "console/campaign/emails", view),
        page("fetch", "console/campaign/fetch", view),
        page("freeze", "console/campaign/freeze", opens("approve", "manage")),
        page("close", "console/campaign/close", manage),
        page("*", "console/campaign/not-found", view),
        page("audit", "console/audit/log", view),
        answer("audit/:file", "console/audit/file", manage),
        page("team", "console/team/list", manage),
        page("team/:member", "console/team/member", manage),
        page("tokens", "console/team/tokens", view),
        page("erase", "console/people/erase", manage),
        page("requests", "console/people/requests", manage),
        page("exports", "console/exports/list", opens("export-signatures", "export-pledges")),
        answer("exports/:file", "console/exports/file", exportSignatures),
        page("packs", "console/packs/list", opens("export-signatures", "approve")),
        answer("packs/:file", "console/packs/file", exportSignatures),
        index("imports", "console/imports/list", { ...manage, upload: "list" as const }),
        page("imports/paper", "console/imports/paper", manage),
        page("imports/:import", "console/imports/import", manage),
        answer("imports/:import/rows.csv", "console/imports/rows", manage),
        page("signatures", "console/signatures/list", viewNames),
        page("names", "console/signatures/names", review),
        index("review", "console/signatures/review", review),
        page("review/bulk", "console/signatures/bulk-review", review),
        page("pledges", "console/pledges/list", viewNames),
        page("pledges/:pledge", "console/pledges/pledge", viewNames),
        page("co-filers", "console/pledges/co-filers", viewNames),
        index("meetings", "console/meetings/list", view),
        page("meetings/:year", "console/meetings/meeting", view),
        page("meetings/:year/items/:item", "console/meetings/item", view),
        page("meetings/:year/result", "console/meetings/result", opens("keep-meetings")),
        page("meetings/company", "console/meetings/company", view),
        page("meetings/company/other", "console/meetings/other-company", manage),
        page("meetings/companies", "console/meetings/companies", manage),
        page("meetings/figures", "console/meetings/figures", view),
        page("meetings/rule", "console/meetings/rule", view),
        index("updates", "console/updates/list", view),
        page("updates/:update", "console/updates/update", view),
        answer("updates/:update/preview/:file", "console/updates/preview", view),
        page("letters", "console/letters/frame", view, [
          index("", "console/letters/list", viewNames),
          page(":letter", "console/letters/letter", viewNames),
          page("moderation", "console/letters/moderation", review),
          page("replies", "console/letters/replies", view),
          page("settings", "console/letters/settings", view),
          index("dispatches", "console/letters/dispatches", view),
          page("dispatches/:dispatch", "console/letters/dispatch", view),
          page("dispatches/:dispatch/letters", "console/letters/dispatch-letters", viewNames),
          answer("dispatches/:dispatch/preview/:file", "console/letters/dispatch-preview", viewNames),
          index("recipients", "console/letters/recipients", view),
          page("recipients/:recipient", "console/letters/recipient", view),
        ]),
        page("edit", "console/edit/frame", view, [
          index("", "console/edit/overview", view),
          page("page", "console/edit/page", view),
          page("picture", "console/edit/picture", { ...view, upload: "picture" as const }),
          answer("picture/:file", "console/edit/picture-file", view),
          index("claims", "console/edit/claims", view),
          page("claims/remove", "console/edit/remove-claims", view),
          page("claims/verify", "console/edit/verify-sources", view),
          page("claims/:claim", "console/edit/claim", view),
          page("petition", "console/edit/petition", view),
          answer("notices/:notice/:file", "console/edit/notice-file", view),
          page("organization", "console/edit/organization", view),
          page("corrections", "console/edit/corrections", view),
          page("translations", "console/edit/translations", view),
          page("history", "console/edit/history", view),
        ]),
      ]),
    ]),
  ]),

  ...ofClass("public", [
    answer("webhooks/:vendor", "api/webhooks/vendor", { machine: "webhook" }),
    answer("api/*", "api/not-found"),
    ...under("api/v1", [
      answer("openapi.json", "api/document", cached),
      answerIndex("campaigns/:campaign", "api/campaign/campaign", cached),
      answer("campaigns/:campaign/counts", "api/campaign/counts", cached),
      answer("campaigns/:campaign/claims", "api/campaign/claims", cached),
      answer("campaigns/:campaign/series", "api/campaign/series"),
      answer("campaigns/:campaign/updates", "api/campaign/updates"),
    ]),
  ]),
  ...ofClass("personal", [
    answer("api/v1/token", "api/token"),
    ...under("api/v1/organizer/campaigns/:campaign", [
      answer("activity", "api/organizer/activity", token),
      answer("queues", "api/organizer/queues", token),
      answerIndex("exports", "api/organizer/exports", token),
      answerIndex("exports/:export", "api/organizer/export", token),
      answer("exports/:export/file", "api/organizer/export-file", token),
    ]),
  ]),

  ...ofClass("dev", [
    index("dev/mailbox", "dev/mailbox/list"),
    page("dev/mailbox/:id", "dev/mailbox/email"),
    answer("dev/mailbox/:id/html", "dev/mailbox/html"),
  ]),
];

export default routes;

/** Addresses of version 0.1.0 that were renamed, with their new names. */
export const renamedAddresses: Readonly<Record<string, string>> = {
  "/organize/c/:campaign/deliveries": "/organize/c/:campaign/emails",
  "/organize/c/:campaign/edit/imprint": "/organize/c/:campaign/edit/organization",
};

/** Lists every route with an address, as a full address (`/manage/:token`), and its layouts, outer first. */
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

/** A page at `path`; its `children` are shown within it. */
function page<T = unknown>(path: string, id: string, traits?: T, children?: Row<T>[]): Row<NoInfer<T>> {
  const file = `routes/${id}/route.tsx`;
  return { ...(path && { path }), id, file, ...traits, ...(children && { children }) } as Row<NoInfer<T>>;
}

/** A page at the address of the folder it is in. */
function index<T = unknown>(path: string, id: string, traits?: T): Row<NoInfer<T>> {
  return { ...page(path, id, traits), index: true };
}

/** An answer that is no page: a file or data. */
function answer<T = unknown>(path: string, id: string, traits?: T): Row<NoInfer<T>> {
  return { path, id, file: `routes/${id}/route.ts`, ...traits } as Row<NoInfer<T>>;
}

function answerIndex<T = unknown>(path: string, id: string, traits?: T): Row<NoInfer<T>> {
  return { ...answer(path, id, traits), index: true };
}

/** A second address of a page, with one of several companies in it. */
function ofCompany<T>(row: Row<T>): Row<T> {
  return { ...row, id: `${row.id}/of-company` };
}

/** Puts routes under an address without a layout. */
function under<T>(path: string, rows: Row<T>[]): Row<T>[] {
  return rows.map((row) => ({ ...row, path: [path, row.path].filter(Boolean).join("/") }));
}

/** Gives routes, and those within them, their class. */
function ofClass<T extends Partial<Traits>>(kind: PageClass, rows: Row<T>[]): Route[] {
  return rows.map(({ children, ...row }) => ({
    ...(row as Row<T>),
    class: kind,
    ...(children && { children: ofClass(kind, children) }),
  }));
}

function opens(...rights: OrganizerRight[]): Opens {
  return { needs: rights };
}
