import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";

/** Statuses of what Node's parser refuses, by its code; all else is malformed. */
const statuses: Record<string, number> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  HPE_HEADER_OVERFLOW: 431,
};

type Failure = Error & { code?: string };

/**
 * Answers what Node would answer by itself, without our headers: requests that cannot be parsed get
 * `headers`. An `Expect` that nobody knows is ignored, as RFC 9110 allows.
 */
export function answerUnparsed(server: Server, headers: Readonly<Record<string, string>>): void {
  server.on("checkExpectation", (request: IncomingMessage, response: ServerResponse) =>
    server.emit("request", request, response),
  );
  server.on("clientError", (error: Failure, socket: Socket & { _httpMessage?: ServerResponse }) => {
    if (socket.writable && !socket._httpMessage?.headersSent) {
      const status = statuses[error.code ?? ""] ?? 400;
      const lines = Object.entries({ ...headers, Connection: "close", "Content-Length": "0" });
      const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
      socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head}\r\n`);
    }
    socket.destroy(error);
  });
}
