import { Transform } from "node:stream";
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream, renderToStaticMarkup } from "react-dom/server";
import { placeOf } from "./http/page-classes.ts";
import { type Locale, words } from "./i18n/index.ts";
import { isOutage } from "./lib/lost-connection.server.ts";
import { type AnswerTitle, AnswerTitleProvider } from "./ui/answer-title.tsx";
import { LocaleProvider } from "./ui/locale.tsx";
import { NonceProvider } from "./ui/nonce.tsx";

export const streamTimeout = 5_000;

type Rendering = { request: Request; remix: EntryContext; nonce: string | undefined; locale: Locale };

function pageOf({ request, remix, nonce, locale }: Rendering) {
  const { pathname, search } = new URL(request.url);
  return (
    <NonceProvider nonce={nonce}>
      <LocaleProvider locale={locale} {...placeOf(pathname, search)}>
        <RemixServer
          context={remix}
          url={request.url}
          {...(nonce === undefined ? {} : { nonce })}
          abortDelay={streamTimeout}
        />
      </LocaleProvider>
    </NonceProvider>
  );
}

/**
 * Renders a page. Organizer pages are streamed, and every script gets their nonce. All other pages run no
 * React: they are rendered whole, without React's markers, and their title is the one the page set while it
 * rendered.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { nonce, log, locale }: AppLoadContext,
): Promise<Response> {
  headers.set("Content-Type", "text/html; charset=utf-8");
  const rendering = { request, remix, nonce, locale };
  if (nonce !== undefined) return stream(rendering, nonce, { status, headers, log });
  const title: AnswerTitle = { failed: false, says: null };
  const page = renderToStaticMarkup(
    <AnswerTitleProvider title={title}>{pageOf(rendering)}</AnswerTitleProvider>,
  );
  return new Response(`<!DOCTYPE html>${titled(page, title, words(locale).common)}`, { status, headers });
}

function titled(page: string, { failed, says }: AnswerTitle, common: { error: string; product: string }) {
  const own = renderToStaticMarkup(<title>{`${says} · ${common.product}`}</title>);
  const named = says === null ? page : withTitle(page, own);
  return failed ? named.replace("<title>", `<title>${common.error} `) : named;
}

/** Replaces a page's title. Text that people wrote is escaped, so it has no tag. */
function withTitle(page: string, title: string): string {
  const [from, to] = [page.indexOf("<title>"), page.indexOf("</title>")];
  return from < 0 || to < from ? page : page.slice(0, from) + title + page.slice(to + "</title>".length);
}

type Answer = { status: number; headers: Headers; log: AppLoadContext["log"] };

function stream(rendering: Rendering, nonce: string, { status, headers, log }: Answer): Promise<Response> {
  return new Promise((resolve, reject) => {
    let answered = false;
    let finalStatus = status;
    const { request } = rendering;
    const { pipe, abort } = renderToPipeableStream(pageOf(rendering), {
      nonce,
      [isbot(request.headers.get("user-agent") ?? "") ? "onAllReady" : "onShellReady"]: () => {
        answered = true;
        const body = createPageBody();
        body.once("close", () => clearTimeout(late));
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status: finalStatus }));
        pipe(body);
      },
      onShellError: reject,
      onError(error: unknown) {
        finalStatus = 500;
        if (answered && !request.signal.aborted) log.error({ err: error }, "rendering failed");
      },
    });
    const late = setTimeout(abort, streamTimeout + 1_000).unref();
  });
}

/**
 * Makes what a streamed page is written into. React 18 writes its buffer of 2,048 bytes whole: where a
 * character of several bytes did not fit, zeros follow (facebook/react#24985). A page has none of its own.
 */
export const createPageBody = () =>
  new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });

/** True for a refused request, such as a wrong method: an answer, not a fault of ours. */
const isRefusal = (error: unknown) => isRouteErrorResponse(error) && error.status < 500;

/** Logs unexpected errors without showing them. An outage of the database is left to the server to answer. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
) {
  if (request.signal.aborted || isRefusal(error)) return;
  if (isOutage(error)) {
    context.outage = error;
    return;
  }
  context.log.error({ err: error, requestId: context.requestId }, "request failed");
}
