import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener } from "node:http";
import { getRequestListener, RequestError } from "@hono/node-server";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import { type Context, Hono } from "hono";
import { readSendingPaused } from "#app/domain/upkeep/archives/resume-sending.server.ts";
import { findSession } from "./domain/access/sign-in/sessions/session.server.ts";
import { maxPictureBytes, maxPictureFormBytes } from "./domain/campaign/picture/picture.ts";
import { maxImportBytes } from "./domain/entries/imports/import.ts";
import { actFrom } from "./domain/record/origin.server.ts";
import { asProblem } from "./http/api.server.ts";
import { clientAddress, network } from "./http/client-address.ts";
import { serveClientFiles } from "./http/client-files.server.ts";
import type { AppServices, WhyNotReady } from "./http/context.ts";
import { createFormEndpoint, type WithForm } from "./http/form-endpoint.server.ts";
import { splitLanguage } from "./http/language.ts";
import { isLocalRequest } from "./http/local-request.ts";
import { noteMissing } from "./http/note-refusal.server.ts";
import { readCookie } from "./http/organizer-cookies.server.ts";
import { comesFromOurPage } from "./http/origin-check.ts";
import { answerOutage, type Retry } from "./http/outage.server.ts";
import { createPageCache } from "./http/page-cache.ts";
import { isEmbeddable, pageClass, traitsOf } from "./http/page-classes.ts";
import { inTurn } from "./http/pipelines.ts";
import { type BodyLimit, readBodies, type WithBody } from "./http/read-bodies.ts";
import { createManifest, isOnlyRemix } from "./http/remix-client.ts";
import { createRemixHandlers } from "./http/remix-handlers.server.ts";
import { openToAll } from "./http/respond.server.ts";
import { createRoutePattern, createRouteTable } from "./http/route-table.ts";
import { securityHeaders } from "./http/security-headers.ts";
import { properPath } from "./http/spelling.ts";
import { type Locale, words } from "./i18n/index.ts";
import { webhookSecretsOf } from "./lib/env.server.ts";
import { isOutage, logOutages } from "./lib/lost-connection.server.ts";
import { version } from "./lib/version.ts";

type Bindings = { incoming?: WithBody & WithForm };
type Variables = { nonce: string | undefined; requestId: string };
type Environment = { Bindings: Bindings; Variables: Variables };
type App = Hono<Environment>;
type PageOptions = { locale?: Locale; retry?: Retry };

type ServerOptions = {
  services: AppServices;
  build: ServerBuild;
  /** Folders of built files for browsers, this build's first; null in development, where Vite serves them. */
  clientFiles: readonly string[] | null;
  /** What `/readyz` answers with 503. */
  whyNotReady: WhyNotReady;
};

const kilobyte = 1024;
const bodyLimits = {
  /** Forms of a few fields: signing in, one-click unsubscribing, calls with a token. */
  short: { bytes: 16 * kilobyte, seconds: 30 },
  /** Public forms: a letter of 10,000 characters in Japanese is that long as sent. */
  open: { bytes: 64 * kilobyte, seconds: 30 },
  webhook: { bytes: 256 * kilobyte, seconds: 30 },
  /** Organizers write long texts. */
  known: { bytes: kilobyte * kilobyte, seconds: 120, known: true },
} as const;
/** Bytes of a file, and of the form around it. */
const uploads = {
  list: { file: maxImportBytes, form: maxImportBytes + bodyLimits.open.bytes },
  picture: { file: maxPictureBytes, form: maxPictureFormBytes },
};
const isWebhook = (path: string) => traitsOf(path).machine === "webhook";

/** Returns what decides how much of a body is read: in the console only those signed in may send more. */
function bodyLimitOf({ db, env }: AppServices) {
  const isSignedIn = async ({ headers }: IncomingMessage) => {
    const token = readCookie(env, { headers: new Headers({ cookie: headers.cookie ?? "" }) }, "session");
    if (token === null) return false;
    // While the database is away, what an organizer wrote is read, to be shown with a button to send it
    // again.
    const session = await findSession(db, token, { unattended: true }).catch(() => "unknown" as const);
    return session === "unknown" || session?.second === "strong" || session?.second === "none";
  };
  return (path: string, request: IncomingMessage): BodyLimit | Promise<BodyLimit> => {
    const { class: kind, machine, needs, upload } = traitsOf(path);
    if (machine === "webhook") {
      const vendor = /\/webhooks\/([a-z]+)/.exec(path)?.[1] ?? "";
      return webhookSecretsOf(env.mail, vendor).length > 0 ? bodyLimits.webhook : "unread";
    }
    if (machine || needs === "anyone" || needs === "half-signed-in") return bodyLimits.short;
    if (kind !== "organizer") return bodyLimits.open;
    // Too long for an organizer, too.
    if (!upload && Number(request.headers["content-length"]) > bodyLimits.known.bytes)
      return bodyLimits.known;
    return isSignedIn(request).then((yes) => (yes ? (upload ? null : bodyLimits.known) : "unread"));
  };
}

const methods = new Set(["GET", "HEAD", "POST"]);

/**
 * Builds the web process's one listener: page cache, then security, then Remix. Development and production
 * differ only in build and client files.
 */
export function createListener(options: ServerOptions): RequestListener {
  const app = createApp(options);
  const answer = getRequestListener((request, env) => app.fetch(request, env as Bindings), {
    overrideGlobalObjects: false,
    errorHandler: (error) => answerUnread(options, error),
  });
  const door = createFormEndpoint(options.services, options.clientFiles === null, answer as RequestListener);
  const { trustProxy } = options.services.env;
  const networkOf = ({ headers, socket }: IncomingMessage) =>
    network(clientAddress(socket.remoteAddress ?? "", headers["x-forwarded-for"] as string, trustProxy)) ??
    "";
  const listener = nameHost(readBodies(bodyLimitOf(options.services), door, { networkOf }));
  if (options.clientFiles === null) return inTurn(listener);

  const cache = createPageCache(
    async (path) => app.fetch(new Request(`http://page-cache${path}`)),
    (path) => splitLanguage(path).path,
    options.services.views.count,
  );
  return inTurn(cache(listener));
}

/** Checks of load balancers may name no host (HTTP/1.0), which every other request must. */
function nameHost(next: RequestListener): RequestListener {
  return (request, response) => {
    if (/^\/(?:healthz|readyz)$/.test(request.url ?? "")) request.headers.host ??= "localhost";
    next(request, response);
  };
}

/** Answers a request that failed before routing, such as one with a malformed host or path. */
function answerUnread({ services: { env, log }, clientFiles }: ServerOptions, error: unknown): Response {
  const isMalformed = error instanceof RequestError;
  if (!isMalformed) log.error({ err: error }, "request failed");
  const { malformed, failed } = words("en").errors.plain;
  const fixed = securityHeaders("personal", undefined, {
    https: env.appUrl.startsWith("https:"),
    hstsSubdomains: env.hstsSubdomains,
    development: clientFiles === null,
  });
  return new Response(isMalformed ? malformed : failed, {
    status: isMalformed ? 400 : 500,
    headers: { ...fixed, "Content-Type": "text/plain; charset=utf-8", "X-Request-Id": randomUUID() },
  });
}

function createApp({ services, build, clientFiles, whyNotReady }: ServerOptions): App {
  const { env } = services;
  const development = clientFiles === null;
  const findRoute = createRouteTable(build.routes);
  const handle = createRemixHandlers(build, development ? "development" : "production", findRoute);
  const patternOf = createRoutePattern(findRoute);
  const tellRoutes = createManifest(build, findRoute);
  const routeOf = (c: Context<Environment>) => `${c.req.method} ${patternOf(c.req.path)}`;
  const contextOf = (c: Context<Environment>) => loadContext(c, services, () => routeOf(c));
  const app: App = new Hono();

  app.use(async (c, next) => {
    const { path } = splitLanguage(c.req.path);
    const kind = pageClass(path, new URL(c.req.url).search);
    const nonce = kind === "organizer" ? randomBytes(16).toString("base64") : undefined;
    c.set("nonce", nonce);
    c.set("requestId", randomUUID());
    await next();
    if (path.startsWith("/api/")) {
      replaceAnswer(c, asProblem(c.res, c.get("requestId")));
      if (kind === "public")
        for (const [name, value] of Object.entries(openToAll)) c.res.headers.set(name, value);
    }

    const fixed = securityHeaders(kind, nonce, {
      https: env.appUrl.startsWith("https:"),
      hstsSubdomains: env.hstsSubdomains,
      development,
      embeddable: isEmbeddable(path),
    });
    for (const [name, value] of Object.entries(fixed)) {
      const ownPolicy =
        name === "Content-Security-Policy" || name === "X-Frame-Options" || name === "Cache-Control";
      if (!(ownPolicy && c.res.headers.has(name))) c.res.headers.set(name, value);
    }
    if (!c.res.headers.has("Cache-Control")) c.res.headers.set("Cache-Control", "no-store");
    if (c.res.status === 503 && !c.res.headers.has("Retry-After")) c.res.headers.set("Retry-After", "60");
    c.res.headers.set("X-Request-Id", c.get("requestId"));
  });
  app.get("/healthz", (c) => c.text("ok", 200, { "Undersigned-Version": version }));
  app.get("/readyz", async (c) => {
    const why = await whyNotReady();
    if (why !== null) return c.text(why, 503);
    const paused = await readSendingPaused(services.db).catch(() => null);
    return c.text(paused ? `ready; sending is paused: ${paused.reason}` : "ready");
  });
  if (clientFiles) app.use(serveClientFiles(clientFiles));
  app.onError((error, c) => {
    if (c.req.raw.signal.aborted) return c.body(null, 400);
    if (isOutage(error)) return outage(c, error, null);
    services.log.error({ err: error, route: routeOf(c), requestId: c.get("requestId") }, "request failed");
    return c.text(plainOf(c).failed, 500);
  });

  /** The page that explains a refusal. */
  const pageOf = (
    c: Context<Environment>,
    status: 403 | 404 | 405 | 408 | 413 | 429 | 503,
    more: PageOptions = {},
  ) => {
    const { path } = splitLanguage(c.req.path);
    const { locale, retry } = more;
    const refused = { status, path, ...(retry && { retry }) };
    const context = Object.assign(contextOf(c), { refused }, locale && { locale });
    return handle(new Request(new URL("/refused", c.req.url)), context);
  };
  const logOutage = logOutages(services.log, "requests are answered with 503 until it does");
  /** Answers that the database is away, and when to retry. */
  const outage = (c: Context<Environment>, error: unknown, failed: Response | null) => {
    logOutage(error);
    const { path } = splitLanguage(c.req.path);
    const body = c.env?.incoming?.rawBody;
    const asked = {
      request: c.req.raw,
      path,
      isPublic: pageClass(path, new URL(c.req.url).search) === "public",
      body,
    };
    const page = (locale: Locale, retry: Retry) => pageOf(c, 503, { locale, retry });
    return answerOutage({ ...asked, wantsPage: asksForPage(c) }, { page }, failed);
  };
  /** Answers that nothing was done: with a page for a browser, a line of text for a program. */
  const refuse = async (
    c: Context<Environment>,
    status: 403 | 405 | 408 | 413 | 429 | 503,
    plain: string,
    headers = {},
  ) => {
    if (!asksForPage(c)) return c.text(plain, status, headers);
    const answer = await pageOf(c, status);
    for (const [name, value] of Object.entries<string>(headers)) answer.headers.set(name, value);
    return answer;
  };

  app.use(async (c, next) => {
    const { method } = c.req;
    if (!methods.has(method)) return next();
    const { pathname, search } = new URL(c.req.url);
    const proper = properPath(method, pathname);
    if (proper === null) return pageOf(c, 404);
    if (proper === pathname) return next();
    const isPage = pageClass(splitLanguage(proper).path, search) === "public" && method !== "POST";
    const kept = isPage ? { "Cache-Control": "public, max-age=3600" } : {};
    return c.body(null, 308, { Location: proper + search, ...kept });
  });
  // Remix passes every unsafe method to the same action: only POST is allowed.
  app.use(async (c, next) =>
    methods.has(c.req.method)
      ? next()
      : refuse(c, 405, plainOf(c)["wrong-method"], {
          Allow: isWebhook(c.req.path) ? "POST" : [...methods].join(", "),
        }),
  );
  app.use(async (c, next) => {
    const { path } = splitLanguage(c.req.path);
    if (!comesFromOurPage(c.req.method, path, c.req.raw.headers, env)) {
      return refuse(c, 403, plainOf(c)["other-site"]);
    }
    // Checked above. Remix would compare it with Host, which a proxy may have changed, and answer 500.
    c.req.raw.headers.delete("origin");
    return next();
  });
  app.use(async (c, next) => {
    const { pathname, searchParams } = new URL(c.req.url);
    if (c.req.method === "GET" && pathname === "/__manifest") return tellRoutes(searchParams);
    const { path } = splitLanguage(pathname);
    return isOnlyRemix(c.req.method, path, searchParams) ? pageOf(c, 404) : next();
  });
  app.use(async (c, next) => {
    const refused = c.env?.incoming?.refused;
    if (refused === undefined) return next();
    const { form, plain: say } = words(splitLanguage(c.req.path).locale).errors;
    const plain = {
      408: say["too-slow"],
      413: say["too-large"]((c.env?.incoming?.most ?? 0) / kilobyte),
      429: form["too-many"] ?? "",
      503: form.unavailable ?? "",
    }[refused];
    const retry = refused === 429 || refused === 503 ? { "Retry-After": "60" } : {};
    // The rest of the body is not read, so the connection cannot serve another request.
    return refuse(c, refused, plain, { Connection: "close", ...retry });
  });
  app.use(async (c, next) => {
    const { upload } = traitsOf(c.req.path);
    if (!upload || c.req.method !== "POST") return next();
    const length = c.req.header("content-length");
    if (length === undefined) return c.text(plainOf(c)["no-length"], 411, { Connection: "close" });
    const { file, form } = uploads[upload];
    return Number(length) <= form
      ? next()
      : refuse(c, 413, plainOf(c)["file-too-large"](file / kilobyte ** 2), { Connection: "close" });
  });
  app.all("*", (c) => {
    const context: AppLoadContext = contextOf(c);
    const isConsole = pageClass(splitLanguage(c.req.path).path) === "organizer";
    // An organizer's network is recorded with what they do; nobody else's is.
    const from = isConsole ? network(context.clientAddress) : null;
    return actFrom(from, async () => {
      const answer = await handle(withoutLanguage(c.req.raw), context);
      if (answer.status === 404) noteMissing(context, c.req.path);
      if (context.outage !== undefined && answer.status >= 500) return outage(c, context.outage, answer);
      // Pages, and answers to their scripts, are in our words. For files the answer is plain.
      const isOurs = /^text\/(?:html|x-script)/.test(answer.headers.get("content-type") ?? "");
      const isBare = !isOurs && (answer.status === 404 || context.isForbidden === true);
      if (isConsole && isBare && asksForPage(c))
        return handle(inConsole(c.req.raw), Object.assign(context, { refused: refusedOf(c, answer.status) }));
      if (answer.status !== 405 || answer.headers.has("allow")) return answer;
      const allow = { Allow: "GET, HEAD" };
      if (!isOurs) return refuse(c, 405, plainOf(c)["wrong-method"], allow);
      answer.headers.set("Allow", allow.Allow);
      return answer;
    });
  });
  return app;
}

const refusedOf = (c: Context, status: number) => ({ status, path: splitLanguage(c.req.path).path });

/** Requests the console page that says, in its layout, that a file is missing or not theirs. */
function inConsole({ url, headers }: Request): Request {
  const { path } = splitLanguage(new URL(url).pathname);
  const [frame] = /^\/organize(?:\/c\/[^/]+)?(?=\/)/.exec(path) ?? ["/organize"];
  const session = headers.get("cookie");
  return new Request(new URL(`${frame}/not-found`, url), { headers: session ? { Cookie: session } : {} });
}

/** Texts of answers without a page, in the language of the address. */
const plainOf = (c: Context) => words(splitLanguage(c.req.path).locale).errors.plain;

/** True where the browser opens an address or sends a form. Programs accept anything. */
const asksForPage = (c: Context) =>
  c.req.header("accept")?.includes("text/html") === true && !c.req.path.startsWith("/api/");

/** Sets a new answer without the old one's headers, which Hono would keep. */
function replaceAnswer(c: Context<Environment>, answer: Response) {
  if (answer === c.res) return;
  c.res = undefined;
  c.res = answer;
}

function loadContext(c: Context<Environment>, services: AppServices, routeOf: () => string) {
  const incoming = c.env?.incoming;
  const peer = incoming?.socket.remoteAddress ?? "";
  const { locale } = splitLanguage(c.req.path);
  return {
    ...services,
    get log() {
      return services.log.child({ route: routeOf() });
    },
    locale,
    findCampaign: (slug: string) => services.findCampaign(slug, locale),
    listOpenMeetings: (campaignId: number, companyId?: number) =>
      services.listOpenMeetings(campaignId, locale, companyId),
    nonce: c.get("nonce"),
    requestId: c.get("requestId"),
    clientAddress: clientAddress(peer, c.req.header("x-forwarded-for") ?? null, services.env.trustProxy),
    ...(incoming?.form ? { taken: incoming.form } : {}),
    isLocalRequest: services.env.localMode && incoming !== undefined && isLocalRequest(incoming),
  };
}

/** Removes the language: `/es/c/x` reaches routes as `/c/x` with the locale in the context. */
function withoutLanguage(request: Request): Request {
  const url = new URL(request.url);
  const { locale, path } = splitLanguage(url.pathname);
  if (locale === "en") return request;
  url.pathname = path;
  return new Request(url, request);
}
