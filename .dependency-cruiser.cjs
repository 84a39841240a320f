const { existsSync, readdirSync } = require("node:fs");

const forbid = (name, from, to, comment) => ({
  name,
  severity: "error",
  comment,
  from: typeof from === "string" ? { path: from } : from,
  to: typeof to === "string" ? { path: to } : to,
});

/** Folders of `app/routes` that hold a route; what else they hold is its own. */
const folders = (existsSync("app/routes") ? readdirSync("app/routes", { recursive: true }) : [])
  .filter((file) => /\/route\.tsx?$/.test(file))
  .map((file) => file.replace(/\/route\.tsx?$/, ""));

const islands = folders.map((route) =>
  forbid(
    "routes-are-islands",
    `^app/routes/${route}/`,
    { path: "^app/routes/", pathNot: `^app/routes/${route}/` },
    "What two routes share lives in app/ui or app/http.",
  ),
);

/** The rooms of the domain, lowest first: each imports only rooms below it. docs/architecture.md says what each is for. */
const rooms = [
  "base",
  "record",
  "queue",
  "access",
  "approvals",
  "screening",
  "campaign",
  "supporters",
  "entries",
  "names",
  "moderation",
  "review",
  "outgoing",
  "team",
  "pages",
  "outbox",
  "activity",
  "upkeep",
];

/** One rule of two rooms' order each, files next to them lowest, and one for a folder that is missing in the list. */
const floors = (folder, order) => [
  forbid(
    "floors",
    `^${folder}/[^/]+$`,
    `^${folder}/[^/]+/`,
    "What is next to the rooms is below all of them.",
  ),
  ...order.map((room, at) =>
    forbid(
      "floors",
      `^${folder}/${room}/`,
      `^${folder}/(?!(${order.slice(0, at + 1).join("|")})/)[^/]+/`,
      "A room imports only rooms below it.",
    ),
  ),
  forbid(
    "floors",
    `^${folder}/(?!(${order.join("|")})/)[^/]+/`,
    {},
    "Every room has its place in the order.",
  ),
];

/** Data flows one way: routes, tasks, cli → domain → db. These rules are the architecture (docs/architecture.md). */
module.exports = {
  forbidden: [
    forbid(
      "no-circular",
      {},
      { circular: true },
      "Two files that need each other, be it for a type, are one file.",
    ),
    ...floors("app/domain", rooms),
    ...floors("app/domain/entries", ["signatures", "pledges", "letters", "imports", "waiting-forms"]),
    ...floors("app/domain/outgoing", ["updates", "exports", "dispatches", "packs"]),
    {
      ...forbid(
        "folders-flow",
        "^app/domain/",
        { circular: true },
        "Folders of one room import each other one way; what both need is next to them.",
      ),
      scope: "folder",
    },
    forbid("routes-stay-thin", "^app/routes", "^(db|emails)/", "Routes reach data through app/domain."),
    ...islands,
    forbid(
      "nothing-imports-a-route",
      "^app/",
      "^app/routes/.+/route\\.tsx?$",
      "What a part needs to know of its page is a type in the file of the loader.",
    ),
    forbid(
      "tasks-stay-thin",
      "^app/tasks",
      { path: "^(db|emails|app/(routes|http|ui))/", dependencyTypesNot: ["type-only"] },
      "A job parses its payload and calls the domain.",
    ),
    forbid(
      "domain-knows-no-http",
      "^app/domain",
      "^app/(routes|http|ui|tasks|cli|demo|server|worker)|node_modules/(@remix-run|react|react-dom|hono|@hono)/",
      "The worker and the command line call the domain too.",
    ),
    forbid(
      "domain-takes-mail-types-only",
      "^app/domain",
      { path: "^(emails|app/mail)/", dependencyTypesNot: ["type-only"] },
      "Domain is handed a transport and a renderer.",
    ),
    forbid(
      "emails-are-pure",
      "^emails",
      { path: "^(app|db)/", pathNot: "^app/(i18n/|lib/(colors|first-name|type-scale)\\.ts$)" },
      "A template gets everything through its props.",
    ),
    forbid("db-is-the-floor", "^db", "^(app|emails)/", "The schema knows nothing of what is built on it."),
    forbid(
      "i18n-is-pure",
      "^app/i18n",
      { path: "^(app|db|emails)/", pathNot: "^app/(i18n/|lib/uuid\\.ts$)" },
      "Words depend on nothing but what a UUID looks like.",
    ),
    forbid(
      "mail-renders-only",
      "^app/mail",
      "^(db|app/(routes|http|ui|tasks|cli|domain))",
      "Transports and rendering know no data.",
    ),
    forbid(
      "pdf-lays-out-only",
      "^app/(pdf|pictures)",
      "^(db/|emails/|app/(routes|http|ui|tasks|cli|mail|server|worker))",
      "A layout is handed what it prints.",
    ),
    forbid(
      "rules-know-no-layout",
      "^(app/(domain|i18n|lib|mail|ui)|emails)/",
      "^app/(pdf|pictures)/|node_modules/(pdfkit|satori|sharp|@resvg)/",
      "What a paper says is the domain's; how it looks on a page is not.",
    ),
    forbid(
      "lib-is-low",
      "^app/lib",
      "^(db/|emails/|app/(routes|http|ui|tasks|cli|domain|mail|server|worker))",
      "lib is used by all and uses none.",
    ),
    forbid(
      "ui-is-client-safe",
      "^app/ui",
      "^(db/|emails/|app/(routes|http|tasks|cli))|\\.server\\.",
      "Components run in the browser.",
    ),
    forbid(
      "one-composition-root",
      { pathNot: "^(app/cli|db|tests|bench)" },
      "^db/(connection|embedded|migrate|seed)",
      "Only the command line opens connections.",
    ),
    forbid(
      "one-door-to-remix",
      {
        path: "^(app|tests)/",
        pathNot:
          "^app/(http/(remix\\.server|remix-handlers\\.server|context)|ui/remix|server|entry\\.server|root|cli/virtual\\.d)\\.tsx?$",
      },
      "node_modules/@remix-run/(node|react|server-runtime)/",
      "A move to its successor changes few files, and no redirect misses its check (docs/decisions/0001-remix-2.md).",
    ),
    forbid(
      "nothing-imports-the-command-line",
      { pathNot: "^(app/cli|tests|bench)" },
      "^app/cli",
      "Entrances are not libraries.",
    ),
    forbid(
      "demo-is-asked-for",
      { path: "^app/", pathNot: "^app/(cli|demo)/" },
      "^app/demo/",
      "The command line alone adds people who do not exist.",
    ),
    forbid(
      "product-imports-no-tests",
      { pathNot: "^(tests|bench)" },
      "^(tests|bench)/",
      "Tests lean on the product, never the other way.",
    ),
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js"],
    },
  },
};
