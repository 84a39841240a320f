import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { Socket } from "node:net";

/**
 * How long a body may be and may take; `known`: from somebody signed in. null: its route reads it as a
 * stream. `unread`: nothing is done with it.
 */
export type BodyLimit = { bytes: number; seconds: number; known?: true } | null | "unread";

/** Status of a refused body. */
type Refused = 408 | 413 | 429 | 503;
/** `most`: the bytes that a refused body may have. */
export type WithBody = IncomingMessage & { rawBody?: Buffer; refused?: Refused; most?: number };

type Bounds = {
  /** Bytes of all bodies that were read and are not answered yet. */
  budget?: number;
  /** Unfinished bodies of strangers in one network. */
  atOnce?: number;
  /** Seconds that a body may pause. */
  idle?: number;
  networkOf?: (request: IncomingMessage) => string;
};

/** Milliseconds that a streamed body may pause. */
const idleAtMost = 60_000;
/**
 * Pieces of a body: each costs microseconds, so one byte at a time keeps a process busy. Node hands over
 * whole packets.
 */
const piecesAtMost = (bytes: number) => Math.max(1000, bytes / 256);
const none: Buffer = Buffer.alloc(0);

/**
 * Reads the body of a request before anything else uses it, so that no route waits for one that never ends. A
 * client that leaves before the end is ignored: nothing is done. If a network has too many unfinished bodies,
 * or all together too many bytes, the oldest unfinished one of a stranger is refused: a form that arrives at
 * once is always read.
 */
export function readBodies(
  limitOf: (path: string, request: IncomingMessage) => BodyLimit | Promise<BodyLimit>,
  next: RequestListener,
  { budget = 64 * 1024 * 1024, atOnce = 256, idle = 10, networkOf = () => "" }: Bounds = {},
): RequestListener {
  const waiting = createWaiting(atOnce);
  let held = 0;
  /** Takes bytes from the budget for a body; false if there are none. */
  const hold = (bytes: number, body: Body) => {
    for (const oldest of waiting.strangers()) {
      if (held + bytes <= budget) break;
      if (oldest !== body && oldest.holds() > 0) oldest.refuse(503);
    }
    if (held + bytes > budget) return false;
    held += bytes;
    return true;
  };

  return (request: WithBody, response) => {
    const { method, headers, socket } = request;
    const declared = Number(headers["content-length"] ?? 0);
    const hasBody = "transfer-encoding" in headers || declared > 0;
    if (!hasBody) return next(request, response);
    lingerOnClose(request);
    if (method !== "POST") return passUnread(request, response, next);

    const body = createBody(request, {
      hold: (bytes) => hold(bytes, body),
      free: (bytes) => {
        held -= bytes;
      },
      done(taken) {
        waiting.leave(body);
        if (taken === null) return;
        if (Buffer.isBuffer(taken)) request.rawBody = taken;
        else request.refused = taken;
        response.once("close", body.release);
        next(request, response);
      },
    });
    // Without a listener an aborted request would be thrown.
    request.on("error", () => {});
    waiting.join(body, networkOf(request))?.refuse(429);

    const begin = (limit: BodyLimit) => {
      if (body.isOver()) return;
      if (request.destroyed) return waiting.leave(body);
      if (limit === null || limit === "unread" || limit.known) waiting.leave(body);
      if (limit === "unread") return passUnread(request, response, next);
      if (limit === null) {
        socket.setTimeout(idleAtMost);
        return next(request, response);
      }
      request.most = limit.bytes;
      if (declared > limit.bytes) return body.refuse(413);
      body.read(limit, Math.min(idle, limit.seconds) * 1000);
    };
    const limit = limitOf((request.url ?? "/").split("?", 1)[0] ?? "/", request);
    if (limit instanceof Promise) limit.then(begin);
    else begin(limit);
  };
}

/** Answers without the body, so the connection cannot serve another request. */
function passUnread(request: WithBody, response: ServerResponse, next: RequestListener) {
  response.shouldKeepAlive = false;
  if (request.method !== "GET" && request.method !== "HEAD") request.rawBody = none;
  return next(request, response);
}

/** Lists unfinished bodies, oldest first, and those of one network. */
function createWaiting(atOnce: number) {
  const all = new Map<Body, string>();
  const networks = new Map<string, Set<Body>>();
  return {
    /** Adds a body. Returns the oldest of its network if they are too many. */
    join(body: Body, network: string): Body | undefined {
      all.set(body, network);
      const own = networks.get(network) ?? new Set();
      networks.set(network, own.add(body));
      return own.size > atOnce ? own.values().next().value : undefined;
    },
    leave(body: Body) {
      const network = all.get(body);
      if (network === undefined) return;
      all.delete(body);
      const own = networks.get(network);
      own?.delete(body);
      if (own?.size === 0) networks.delete(network);
    },
    strangers: () => all.keys(),
  };
}

type Body = {
  read(limit: { bytes: number; seconds: number }, idle: number): void;
  refuse(status: Refused): void;
  isOver(): boolean;
  holds(): number;
  /** Gives its bytes back to the budget. */
  release(): void;
};

type Ports = {
  hold: (bytes: number) => boolean;
  free: (bytes: number) => void;
  /** null: the client has left. */
  done: (taken: Buffer | Refused | null) => void;
};

/**
 * Reads one body into one buffer that grows with it: pieces of a byte would each keep a hundred bytes and
 * what was received with them.
 */
function createBody(request: IncomingMessage, { hold, free, done }: Ports): Body {
  const declared = Number(request.headers["content-length"] ?? 0);
  let whole = none;
  let [bytes, held, pieces] = [0, 0, 0];
  let isOver = false;
  let stop = () => {};
  const end = (taken: Buffer | Refused | null) => {
    if (isOver) return;
    isOver = true;
    stop();
    if (!Buffer.isBuffer(taken)) release();
    done(taken);
  };
  const release = () => {
    free(held);
    [whole, held] = [none, 0];
  };
  const grow = (size: number) => {
    const isHeld = hold(size - held);
    if (isHeld) held = size;
    return isHeld;
  };

  return {
    read({ bytes: most, seconds }, idle) {
      const endsAt = performance.now() + seconds * 1000;
      const add = (piece: Buffer) => {
        const length = bytes + piece.length;
        if (length > most || ++pieces > piecesAtMost(most)) return end(413);
        if (performance.now() > endsAt) return end(408);
        if (length > whole.length) {
          const size = bytes === 0 ? piece.length : Math.min(most, Math.max(length, 2 * whole.length));
          if (!grow(size)) return end(503);
          if (bytes === 0 && length === declared) whole = piece;
          else {
            const larger = Buffer.allocUnsafeSlow(size);
            whole.copy(larger, 0, 0, bytes);
            whole = larger;
          }
        }
        if (whole !== piece) piece.copy(whole, bytes);
        bytes = length;
        timer.refresh();
      };
      const taken = () => end(whole.subarray(0, bytes));
      const left = () => end(null);
      const timer = setTimeout(() => end(408), idle);
      stop = () => {
        clearTimeout(timer);
        request.off("data", add).off("end", taken).off("close", left);
      };
      request.on("data", add).on("end", taken).on("close", left);
    },
    refuse: end,
    isOver: () => isOver,
    holds: () => held,
    release,
  };
}

/** Milliseconds and bytes that a client may continue to write after its answer. */
const lingersFor = 5000;
const lingersOver = 4 * 1024 * 1024;

/**
 * Closes a request's connection gently: closing with unread bytes sends a reset, which may overtake the
 * answer at a client or proxy that still writes. So the answer and FIN go first, and input is discarded for a
 * while. What is more is left unread: a proxy that can write no longer listens.
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
      if (socket.bytesRead - from > lingersOver) socket.pause();
      if (request.complete || performance.now() - begunAt > lingersFor) socket.destroy();
    }, 20);
    socket.once("close", () => clearInterval(closing));
  };
}
