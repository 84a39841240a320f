import type { IncomingMessage, RequestListener } from "node:http";
import { Socket } from "node:net";

/** How long a body may be and may take; null: its route reads it as a stream. */
export type BodyLimit = { bytes: number; seconds: number } | null;

/** Status of a refused body. */
type Refused = 408 | 413;
export type WithBody = IncomingMessage & { rawBody?: Buffer; refused?: Refused };

/** Milliseconds that a streamed body may pause. */
const idleAtMost = 60_000;

/**
 * Reads the body of a request before anything else uses it, so that no route waits for one that never ends. A
 * client that leaves before the end is ignored: nothing is done.
 */
export function readBodies(limitOf: (path: string) => BodyLimit, next: RequestListener): RequestListener {
  return (request: WithBody, response) => {
    const { method, headers } = request;
    const hasBody = "transfer-encoding" in headers || Number(headers["content-length"]) > 0;
    if (!hasBody) return next(request, response);
    lingerOnClose(request);
    if (method === "GET" || method === "HEAD") {
      // The body is not read, so the connection cannot serve another request.
      response.shouldKeepAlive = false;
      return next(request, response);
    }
    const limit = limitOf((request.url ?? "/").split("?", 1)[0] ?? "/");
    if (limit === null) {
      request.socket.setTimeout(idleAtMost);
      return next(request, response);
    }
    if (Number(headers["content-length"]) > limit.bytes) {
      request.refused = 413;
      return next(request, response);
    }
    read(request, limit, (taken) => {
      if (Buffer.isBuffer(taken)) request.rawBody = taken;
      else request.refused = taken;
      next(request, response);
    });
  };
}

/** Milliseconds and bytes that a client may continue to write after its answer. */
const lingersFor = 2000;
const lingersOver = 4 * 1024 * 1024;

/**
 * Closes a request's connection gently: closing with unread bytes sends a reset, which may overtake the
 * answer at a client or proxy that still writes. So the answer and FIN go first, and input is discarded for a
 * while.
 */
function lingerOnClose(request: IncomingMessage) {
  const { socket } = request;
  let lingers = false;
  socket.destroySoon = () => {
    if (request.complete || socket.destroyed) return Socket.prototype.destroySoon.call(socket);
    if (lingers) return;
    lingers = true;
    const [begunAt, from] = [performance.now(), socket.bytesRead];
    socket.end();
    request.resume();
    const closing = setInterval(() => {
      const isPast = performance.now() - begunAt > lingersFor || socket.bytesRead - from > lingersOver;
      if (request.complete || isPast) socket.destroy();
    }, 20);
    socket.once("close", () => clearInterval(closing));
  };
}

function read(
  request: WithBody,
  limit: { bytes: number; seconds: number },
  done: (taken: Buffer | Refused) => void,
) {
  const pieces: Buffer[] = [];
  let bytes = 0;
  const end = (taken: Buffer | Refused | null) => {
    clearTimeout(deadline);
    request.off("data", add).off("end", whole).off("close", left);
    if (taken !== null) done(taken);
  };
  const add = (piece: Buffer) => {
    bytes += piece.length;
    if (bytes <= limit.bytes) pieces.push(piece);
    else end(413);
  };
  const whole = () => end(Buffer.concat(pieces));
  const left = () => end(null);
  const deadline = setTimeout(() => end(408), limit.seconds * 1000);
  // Without a listener an aborted request would be thrown.
  request.on("error", () => {});
  request.on("data", add).on("end", whole).on("close", left);
}
