import type { OrganizerRight } from "#app/domain/access/organizer.ts";
import { addresses, type Needs } from "#app/routes.ts";
import type { ConsoleScene } from "./console-scene.ts";
import { dateFromNow } from "./days.ts";
import { nextYear } from "./pledges.ts";

export type ConsolePost = {
  fields: Record<string, string>;
  /** One of these rights allows it. */
  needs: readonly OrganizerRight[];
  /** Its own address, if not the page's. */
  to?: (scene: ConsoleScene) => string;
  /** Allowed actors get a 404, because the scene lacks what the action is about. */
  absent?: true;
  /** It needs reauthentication. */
  asks?: true;
};

export type ConsoleRow = {
  /** Its address in the scene. */
  at: (scene: ConsoleScene) => string;
  /** Who may open it. */
  get: Needs;
  /** Nobody can open it: it redirects. */
  elsewhere?: true;
  /** Some without these rights get a 404 instead of a 403, as they may not know what exists. */
  hiddenFrom?: readonly OrganizerRight[];
  /** It takes only posts: opening it gives a 404. */
  absent?: true;
  /** A file with personal data: it needs reauthentication. */
  asks?: true;
  /** Every button of its page; for a route in a campaign, with the rights. */
  posts: readonly ConsolePost[];
};

const campaign = (rest: string) => (scene: ConsoleScene) => `${scene.base}${rest}`;
const post = (
  needs: OrganizerRight | readonly OrganizerRight[],
  fields: Record<string, string>,
): ConsolePost => ({ fields, needs: [needs].flat() });
const intents = (needs: OrganizerRight | readonly OrganizerRight[], ...names: string[]) =>
  names.map((intent) => post(needs, { intent }));
/** Actions whose form names their subject, and here names none. */
const ofNone = (posts: ConsolePost[]) => posts.map((each) => ({ ...each, absent: true as const }));
const unknown = "00000000-0000-4000-8000-000000000000";
/** Actions that need reauthentication. */
const asking = (...posts: ConsolePost[]) => posts.map((each) => ({ ...each, asks: true as const }));
const toExport = ["export-signatures", "export-pledges"] as const;

/**
 * Every route of the console with who may open it and press which button. A route that is not here, or a
 * button of its page, fails tests/unit/console-table.test.ts; tests/routes/console-table.test.ts tries each
 * line with its right alone, and with all others. docs/development.md tells how to add one.
 */
const rows: Record<string, Omit<ConsoleRow, "get">> = {
  "console/frame": { at: () => "/organize", posts: [] },
  "console/campaigns": { at: () => "/organize", posts: [] },
  "console/not-found": { at: () => "/organize/nowhere", absent: true, posts: [] },
  "console/campaign/not-found": { at: campaign("/nowhere"), absent: true, posts: [] },
  "console/new-campaign": { at: () => "/organize/new", posts: [post([], {})] },
  "console/account": {
    at: () => "/organize/account",
    posts: intents(
      [],
      "remove-app",
      "remove-passkey",
      "new-codes",
      "end-session",
      "end-others",
      "forget-browser",
    ),
  },
  "console/sign-in/second-factor": {
    at: () => "/organize/second-factor",
    posts: intents([], "begin", "confirm"),
  },
  "console/sign-in/own-passkey": {
    elsewhere: true,
    at: () => "/organize/passkey",
    posts: [post([], { purpose: "second-step" })],
  },
  "console/campaign/frame": { at: campaign(""), posts: [] },
  "console/campaign/overview": {
    at: campaign("?index"),
    posts: [
      post("view", { zone: "Europe/Berlin" }),
      // Only an owner resumes sending, whatever rights others have.
      post([], { intent: "resume", queued: "send" }),
    ],
  },
  "console/campaign/emails": { at: campaign("/emails"), posts: [] },
  "console/audit/log": { at: campaign("/audit"), posts: asking(...intents("manage", "export")) },
  "console/audit/file": { at: campaign("/audit/log.csv"), asks: true, posts: [] },
  "console/campaign/close": {
    at: campaign("/close"),
    posts: [
      ...intents("manage", "try", "withdraw"),
      ...asking(...intents("manage", "ask", "approve", "reopen")),
    ],
  },
  "console/pledges/co-filers": {
    at: campaign("/co-filers"),
    posts: [post("check-papers", { stage: "asked" })],
  },
  "console/edit/frame": { at: campaign("/edit"), posts: [] },
  "console/edit/overview": { at: campaign("/edit?index"), posts: intents("manage", "publish", "open") },
  "console/edit/page": { at: campaign("/edit/page"), posts: [post("write", {})] },
  "console/edit/picture": {
    at: campaign("/edit/picture"),
    posts: [post("write", {}), ...intents("write", "remove")],
  },
  "console/edit/picture-file": {
    at: campaign("/edit/picture/00000000000000000000-640.webp"),
    absent: true,
    posts: [],
  },
  "console/edit/claims": {
    at: campaign("/edit/claims?index"),
    posts: [
      ...ofNone([post("manage", { claim: "0", to: "up" })]),
      post("write", { intent: "undo", at: "2026-01-01T00:00:00.000Z" }),
    ],
  },
  "console/edit/remove-claims": {
    at: ({ base, claimId }) => `${base}/edit/claims/remove?claim=${claimId}`,
    posts: [post("write", { claim: "0 1" })],
  },
  "console/edit/verify-sources": {
    at: campaign("/edit/claims/verify"),
    posts: [post("manage", {}), ...intents("manage", "verify", "doubt")],
  },
  "console/edit/claim": {
    at: ({ base, claimId }) => `${base}/edit/claims/${claimId}`,
    posts: [
      post("write", {}),
      ...intents("manage", "publish", "review", "withdraw"),
      ...intents("write", "remove"),
    ],
  },
  "console/edit/petition": {
    at: campaign("/edit/petition"),
    posts: [
      post("write", {}),
      ...intents("manage", "publish", "tell", "return", "withdraw"),
      ...intents("write", "drop"),
      ...ofNone([
        ...asking(...intents("approve", "approve-notice", "approve"), ...intents("manage", "resume-notice")),
        ...intents("manage", "cancel-notice", "ask-notice-again"),
      ]),
    ],
  },
  "console/edit/organization": {
    at: campaign("/edit/organization"),
    posts: [
      ...intents("manage", "organization"),
      ...asking(
        post("manage", { intent: "sender", version: "1", sender_name: "", sender_address: "", reply_to: "" }),
      ),
    ],
  },
  "console/edit/corrections": {
    at: campaign("/edit/corrections"),
    posts: [post("manage", {}), ...intents("manage", "edit")],
  },
  "console/edit/translations": {
    at: campaign("/edit/translations"),
    posts: [post("write", {}), ...intents("manage", "publish", "correct")],
  },
  "console/edit/history": { at: campaign("/edit/history"), posts: ofNone([post("write", { change: "0" })]) },
  "console/edit/notice-file": {
    at: ({ base, noticeId }) => `${base}/edit/notices/${noticeId}/en.txt`,
    posts: [],
  },
  "console/edit/preview": { at: campaign("/edit/preview"), posts: [] },
  "console/exports/list": {
    at: campaign("/exports"),
    posts: [
      ...intents(toExport, "forget", "wipe"),
      ...asking(post("export-signatures", { preset: "full" }), post("export-pledges", { preset: "pledges" })),
    ],
  },
  "console/exports/file": {
    at: ({ base, exportId }) => `${base}/exports/${exportId}.manifest.json`,
    hiddenFrom: ["export-pledges"],
    posts: [],
  },
  "console/campaign/fetch": { at: campaign("/fetch?file=audit/log.csv"), posts: asking(post("view", {})) },
  "console/campaign/freeze": {
    at: campaign("/freeze"),
    posts: [...asking(...intents("manage", "unfreeze")), post(["approve", "manage"], { intent: "freeze" })],
  },
  "console/imports/list": { at: campaign("/imports?index"), posts: [post("manage", { format: "csv" })] },
  "console/imports/paper": { at: campaign("/imports/paper"), posts: [post("manage", { country: "US" })] },
  "console/imports/import": {
    at: ({ base, importId }) => `${base}/imports/${importId}`,
    posts: intents("manage", "try", "start", "resume", "cancel", "undo"),
  },
  "console/imports/rows": {
    at: ({ base, importId }) => `${base}/imports/${importId}/rows.csv`,
    asks: true,
    posts: [],
  },
  "console/letters/frame": { at: campaign("/letters"), posts: [] },
  "console/letters/list": {
    at: campaign("/letters?index"),
    posts: [post("view-names", { intent: "find", find: "Wanda" }), ...intents("write", "draft")],
  },
  "console/campaign/approval": {
    at: ({ base, noticeId }) => `${base}/approvals/notice/${noticeId}`,
    posts: [...intents("approve", "send-back"), ...intents("view", "settle")],
  },
  "console/letters/letter": {
    at: ({ base, letterId }) => `${base}/letters/${letterId}`,
    posts: intents("view-holdings", "look"),
  },
  "console/letters/dispatches": { at: campaign("/letters/dispatches"), posts: [post("write", {})] },
  "console/letters/dispatch": {
    at: ({ base, dispatchId }) => `${base}/letters/dispatches/${dispatchId}`,
    posts: [
      ...intents("write", "save", "submit", "take-back", "pause", "cancel"),
      ...asking(...intents("write", "resume"), ...intents("approve", "approve")),
      ...intents("approve", "settle", "put-back"),
    ],
  },
  "console/letters/dispatch-letters": {
    at: ({ base, dispatchId }) => `${base}/letters/dispatches/${dispatchId}/letters`,
    posts: [post("review", { letter: unknown, seen: "", refusal: "threat" })],
  },
  "console/letters/dispatch-preview": {
    at: ({ base, dispatchId }) => `${base}/letters/dispatches/${dispatchId}/preview/1.txt`,
    posts: ofNone(
      asking({
        ...post("export-signatures", {}),
        to: ({ base, dispatchId }) => `${base}/letters/dispatches/${dispatchId}/preview/1-letters.csv`,
      }),
    ),
  },
  "console/letters/moderation": {
    at: campaign("/letters/moderation"),
    posts: ["release", "refuse", "publish", "hide"].map((decision) => post("review", { decision })),
  },
  "console/letters/recipients": { at: campaign("/letters/recipients"), posts: [post("write", {})] },
  "console/letters/recipient": {
    at: ({ base, recipientId }) => `${base}/letters/recipients/${recipientId}`,
    posts: [
      ...intents("write", "edit", "retire", "open", "close"),
      ...intents("manage", "verify", "unverify"),
    ],
  },
  "console/letters/replies": {
    at: campaign("/letters/replies"),
    posts: asking(
      post("write", {
        dispatch: unknown,
        received_on: dateFromNow(-8),
        from_whom: "Investor Relations",
        text: "Thank you.",
      }),
      post("approve", { intent: "approve", reply: unknown }),
      post("write", { remove: unknown }),
    ),
  },
  "console/letters/settings": {
    at: campaign("/letters/settings"),
    posts: intents("write", "settings", "template"),
  },
  "console/meetings/list": { at: campaign("/meetings"), posts: [post("keep-meetings", {})] },
  "console/meetings/meeting": { at: campaign(`/meetings/${nextYear}`), posts: [post("keep-meetings", {})] },
  "console/meetings/item": {
    at: ({ base, itemId }) => `${base}/meetings/${nextYear}/items/${itemId}`,
    posts: [post("keep-meetings", {})],
  },
  "console/meetings/result": {
    at: campaign(`/meetings/${nextYear}/result`),
    posts: [
      ...intents("keep-meetings", "read", "ask", "withdraw"),
      ...asking(...intents("keep-meetings", "approve")),
    ],
  },
  "console/meetings/company": { at: campaign("/meetings/company"), posts: [post("keep-meetings", {})] },
  "console/meetings/other-company": {
    at: campaign("/meetings/company/other"),
    posts: intents("manage", "choose", "add"),
  },
  "console/meetings/companies": {
    at: campaign("/meetings/companies"),
    posts: [
      ...intents("manage", "add", "new", "remove", "up", "withdraw"),
      ...asking(...intents("manage", "approve")),
    ],
  },
  "console/meetings/figures": { at: campaign("/meetings/figures"), posts: [post("keep-meetings", {})] },
  "console/meetings/rule": { at: campaign("/meetings/rule"), posts: [post("keep-meetings", {})] },
  "console/signatures/names": {
    at: campaign("/names"),
    posts: intents("review", "keep", "hide", "ask", "undo", "watch", "unwatch"),
  },
  "console/signatures/bulk-review": {
    at: campaign("/review/bulk"),
    posts: [
      ...intents("review", "preview", "ask", "cancel"),
      ...asking(
        post("review", { intent: "undo", number: "1" }),
        post("approve", { intent: "approve", number: "1" }),
      ),
    ],
  },
  "console/signatures/review": {
    at: campaign("/review?index"),
    posts: intents("review", "keep", "invalidate", "undo"),
  },
  "console/packs/list": {
    at: campaign("/packs"),
    posts: [
      ...intents("export-signatures", "ask"),
      ...ofNone(asking(...intents("export-signatures", "discard", "take-back-hand-over"))),
      ...ofNone(
        asking(
          post("export-signatures", {
            intent: "hand-over",
            day: dateFromNow(-8),
            time: "10:00",
            to: "The front desk",
          }),
        ),
      ),
      ...ofNone(asking(...intents("approve", "approve", "approve-hand-over"))),
    ],
  },
  "console/packs/file": {
    at: ({ base, packId }) => `${base}/packs/${packId}.zip`,
    absent: true,
    posts: asking(post("export-signatures", {})),
  },
  "console/people/erase": {
    at: campaign("/erase"),
    posts: [
      post("manage", { intent: "find", email: "nobody" }),
      ...asking(post("manage", { intent: "erase", person: unknown })),
    ],
  },
  "console/people/requests": {
    at: campaign("/requests"),
    posts: intents("manage", "note", "done", "remove"),
  },
  "console/campaign/overview-json": { at: campaign("/overview.json"), posts: [] },
  "console/campaign/series-csv": { at: campaign("/series.csv"), posts: [] },
  "console/pledges/list": { at: campaign("/pledges"), posts: [post("view-names", { find: "Hanna" })] },
  "console/pledges/pledge": {
    at: ({ base, pledgeId }) => `${base}/pledges/${pledgeId}`,
    posts: [...intents("view-holdings", "look"), ...intents("check-papers", "papers", "review")],
  },
  "console/signatures/list": { at: campaign("/signatures"), posts: [post("view-names", { find: "Sample" })] },
  "console/team/tokens": {
    at: campaign("/tokens"),
    posts: [
      ...asking(post("view", { intent: "make", name: "A program", scope: "activity", days: "30" })),
      ...ofNone(intents("view", "revoke")),
    ],
  },
  "console/team/list": {
    at: campaign("/team"),
    posts: [
      ...intents("manage", "fill"),
      ...asking(
        post("manage", { intent: "invite", email: "new@example.org", role: "viewer", days: "3" }),
        post("manage", { intent: "renew", invitation: unknown }),
        post("manage", { intent: "revoke", invitation: unknown }),
      ),
    ],
  },
  "console/team/member": {
    at: ({ base, memberId }) => `${base}/team/${memberId}`,
    posts: [
      ...intents("manage", "fill"),
      ...asking(
        post("manage", { intent: "change", role: "viewer", seen: "viewer" }),
        post("manage", { intent: "remove" }),
      ),
    ],
  },
  "console/updates/list": { at: campaign("/updates"), posts: [post("write", {})] },
  "console/updates/update": {
    at: ({ base, updateId }) => `${base}/updates/${updateId}`,
    posts: [
      ...intents("write", "save", "count", "autosave", "submit", "test", "take-back"),
      ...asking(...intents("write", "send-now", "schedule", "resume")),
      ...intents("write", "pause", "continue", "cancel", "ask-again"),
      ...asking(...intents("approve", "approve")),
    ],
  },
  "console/updates/preview": {
    at: ({ base, updateId }) => `${base}/updates/${updateId}/preview/en.txt`,
    posts: [],
  },
};

/** Every route of the console with who may open it, as `app/routes.ts` says. */
export const consoleTable: Record<string, ConsoleRow> = Object.fromEntries(
  Object.entries(rows).map(([id, row]) => [id, { ...row, get: needsOf(id) }]),
);

function needsOf(id: string) {
  const needs = addresses.find((route) => route.id === id)?.needs;
  if (needs === undefined) throw new Error(`app/routes.ts has no page of the console ${id}`);
  return needs;
}
