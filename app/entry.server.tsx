import { PassThrough } from "node:stream";
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { NonceProvider } from "./ui/nonce.tsx";

export const streamTimeout = 5_000;

/** Renders a page. Organizer pages pass their nonce to every script; the others have none. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { nonce, log }: AppLoadContext,
): Promise<Response> {
  const carrying = nonce === undefined ? {} : { nonce };
  const whole = nonce === undefined || isbot(request.headers.get("user-agent") ?? "");

  return new Promise((resolve, reject) => {
    let answered = false;
    let finalStatus = status;
    const respond = () => {
      answered = true;
      const body = new PassThrough();
      headers.set("Content-Type", "text/html; charset=utf-8");
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: finalStatus }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider nonce={nonce}>
        <RemixServer context={remix} url={request.url} {...carrying} abortDelay={streamTimeout} />
      </NonceProvider>,
      {
        ...carrying,
        [whole ? "onAllReady" : "onShellReady"]: respond,
        onShellError: reject,
        onError(error: unknown) {
          finalStatus = 500;
          if (answered) log.error({ err: error }, "rendering failed");
        },
      },
    );
    setTimeout(abort, streamTimeout + 1_000).unref();
  });
}

/** Unexpected errors are told to the log, never to the reader. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
) {
  if (request.signal.aborted) return;
  context.log.error({ err: error, requestId: context.requestId }, "request failed");
}
