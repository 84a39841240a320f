import { randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener } from "node:http";
import { SignatureForm } from "../domain/signatures/signature-form.ts";
import { localizedPath } from "../i18n/index.ts";
import { clientAddress } from "./client-address.ts";
import type { AppServices } from "./context.ts";
import { readFields } from "./form.server.ts";
import { splitLanguage } from "./language.ts";
import { comesFromOurPage } from "./origin-check.ts";
import type { WithBody } from "./read-bodies.ts";
import { securityHeaders } from "./security-headers.ts";
import { inboxPath, type TakenSignature, takeSignature } from "./take-signature.server.ts";

/** A request whose petition form was taken here, and what became of it. */
export type WithSignature = IncomingMessage & { signature?: TakenSignature };

const petitionForm = /^\/c\/([a-z0-9-]{3,64})\/sign$/;
const urlencoded = /^application\/x-www-form-urlencoded\s*(;|$)/i;

/**
 * Answers a petition form that is stored without Hono, Remix or a page, which together take twice the time of storing
 * it. Everything else is passed on to them, with what was decided here, so that no form is counted or stored twice.
 */
export function createSignDoor(
  services: AppServices,
  development: boolean,
  next: RequestListener,
): RequestListener {
  const { env, log } = services;
  const fixed = securityHeaders("public", undefined, {
    https: env.appUrl.startsWith("https:"),
    hstsSubdomains: env.hstsSubdomains,
    development,
  });

  return (request: WithBody & WithSignature, response) => {
    const { locale, path } = splitLanguage(request.url ?? "/");
    const slug = request.method === "POST" ? petitionForm.exec(path)?.[1] : undefined;
    const header = (name: string) => {
      const value = request.headers[name];
      return typeof value === "string" ? value : null;
    };
    if (
      slug === undefined ||
      request.rawBody === undefined ||
      !urlencoded.test(header("content-type") ?? "") ||
      !comesFromOurPage("POST", path, { get: header }, env)
    )
      return next(request, response);

    const requestId = randomUUID();
    const form = readFields(new URLSearchParams(request.rawBody.toString()), SignatureForm);
    const context = {
      ...services,
      get log() {
        return log.child({ route: `POST ${localizedPath(locale, "/c/:campaign/sign")}` });
      },
      locale,
      requestId,
      clientAddress: clientAddress(
        request.socket.remoteAddress ?? "",
        header("x-forwarded-for"),
        env.trustProxy,
      ),
      findCampaign: (name: string) => services.findCampaign(name, locale),
    };
    takeSignature({ slug, url: `${env.appUrl}${request.url}`, header, form }, context).then(
      (taken) => {
        if (taken.outcome !== "stored") {
          request.signature = taken;
          return next(request, response);
        }
        response.writeHead(303, {
          ...fixed,
          Location: localizedPath(locale, inboxPath(taken.slug)),
          "Cache-Control": "no-store",
          "X-Request-Id": requestId,
          "Content-Length": 0,
        });
        response.end();
      },
      // Nothing was counted or stored yet: the page takes the form and reports what failed.
      () => next(request, response),
    );
  };
}
