// The least a Node server can do to send one page: fixed bytes, three headers.
import { createServer } from "node:http";

const { port, headers, body } = JSON.parse(process.env.BENCH);
const bytes = Buffer.from(body, "base64");

const server = createServer((_request, response) => {
  response.writeHead(200, { ...headers, "content-length": bytes.length });
  response.end(bytes);
});
server.keepAliveTimeout = 65_000; // As the product keeps them.
server.listen(port, "127.0.0.1", () => process.stdout.write("ready\n"));
