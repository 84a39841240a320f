import { randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener } from "node:http";
import { type Locale, localizedPath } from "#app/i18n/index.ts";
import { clientAddress } from "./client-address.ts";
import type { AppServices, BegunForm, FormContext, TakeForm } from "./context.ts";
import { splitLanguage } from "./language.ts";
import { comesFromOurPage } from "./origin-check.ts";
import { pageClass } from "./page-classes.ts";
import type { WithBody } from "./read-bodies.ts";
import { securityHeaders } from "./security-headers.ts";
import { takeConfirmation } from "./take-confirmation.server.ts";
import { takeLetter } from "./take-letter.server.ts";
import { takePledge } from "./take-pledge.server.ts";
import { takeSignature } from "./take-signature.server.ts";

/** A request whose form the form door took. */
export type WithForm = IncomingMessage & { form?: BegunForm };

type Door = { address: RegExp; route: string; take: TakeForm<unknown> };

const doors: readonly Door[] = [
  { address: /^\/c\/(?<campaign>[a-z0-9-]{3,64})\/sign$/, route: "/c/:campaign/sign", take: takeSignature },
  { address: /^\/c\/(?<campaign>[a-z0-9-]{3,64})\/pledge$/, route: "/c/:campaign/pledge", take: takePledge },
  { address: /^\/c\/(?<campaign>[a-z0-9-]{3,64})\/letter$/, route: "/c/:campaign/letter", take: takeLetter },
  { address: /^\/confirm\/(?<token>[A-Za-z0-9_-]{54})$/, route: "/confirm/:token", take: takeConfirmation },
];

/** Any other host is refused by the page. */
const host = /^[a-z0-9._:[\]-]+$/i;
const urlencoded = /^application\/x-www-form-urlencoded\s*(;|$)/i;

/**
 * Answers a form that is stored without Hono, Remix or a page, which together take twice as long as storing
 * it. Everything else is passed on to them with what was decided here, so that no form is counted or stored
 * twice.
 */
export function createFormEndpoint(
  services: AppServices,
  development: boolean,
  next: RequestListener,
): RequestListener {
  const { env, log } = services;
  const headersOf = (path: string) =>
    securityHeaders(pageClass(path), undefined, {
      https: env.appUrl.startsWith("https:"),
      hstsSubdomains: env.hstsSubdomains,
      development,
    });
  /** Headers, as the list of alternating names and values that Node writes unchanged. */
  const fixedOf = (route: string) =>
    Object.entries({ ...headersOf(route), "Cache-Control": "no-store", "Content-Length": "0" }).flat();
  const fixed = new Map(doors.map(({ route }) => [route, fixedOf(route)]));
  /** What all requests to one form in one language share: making it takes longer than reading a form. */
  const shared = new Map<string, Omit<FormContext, "requestId" | "clientAddress">>();
  const sharedBy = (locale: Locale, route: string) => {
    const name = `POST ${localizedPath(locale, route)}`;
    let known = shared.get(name);
    if (!known) {
      known = {
        ...services,
        log: log.child({ route: name }),
        locale,
        findCampaign: (slug) => services.findCampaign(slug, locale),
        listOpenMeetings: (campaignId, companyId) => services.listOpenMeetings(campaignId, locale, companyId),
      };
      shared.set(name, known);
    }
    return known;
  };

  return (request: WithBody & WithForm, response) => {
    const { url = "/", method, rawBody } = request;
    if (method !== "POST" || rawBody === undefined) return next(request, response);
    const { locale, path } = splitLanguage(url);
    const door = doors.find(({ address }) => address.test(path));
    const header = (name: string) => {
      const value = request.headers[name];
      return typeof value === "string" ? value : null;
    };
    if (
      !door ||
      !host.test(header("host") ?? "") ||
      !urlencoded.test(header("content-type") ?? "") ||
      !comesFromOurPage("POST", path, { get: header }, env)
    )
      return next(request, response);

    const requestId = randomUUID();
    const address = request.socket.remoteAddress ?? "";
    const context: FormContext = {
      ...sharedBy(locale, door.route),
      requestId,
      clientAddress: clientAddress(address, header("x-forwarded-for"), env.trustProxy),
    };
    const params = door.address.exec(path)?.groups ?? {};
    const body = new URLSearchParams(rawBody.toString());
    const taken = door.take({ params, url: `${env.appUrl}${url}`, header, body }, context);
    const passOn = () => {
      request.form = { take: door.take, taken };
      next(request, response);
    };
    // An error from here is reported by the page.
    taken.then((form) => {
      if (form.outcome !== "done") return passOn();
      response.writeHead(303, [
        ...(fixed.get(door.route) ?? []),
        "Location",
        localizedPath(locale, form.to),
        "X-Request-Id",
        requestId,
      ]);
      response.end();
    }, passOn);
  };
}
