import type { IncomingMessage } from "node:http";

const proxyHeaders = /^(forwarded|x-forwarded-.*|x-real-ip|via)$/;
const loopbackHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;
const loopbackPeers = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

/** Checks that this machine asks, through no proxy and under no other name (DNS rebinding). */
export function isLocalRequest(request: IncomingMessage): boolean {
  const { headers, socket } = request;
  return (
    loopbackPeers.has(socket.remoteAddress ?? "") &&
    loopbackHost.test(headers.host ?? "") &&
    !Object.keys(headers).some((name) => proxyHeaders.test(name))
  );
}
