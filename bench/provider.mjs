// The stand-in for Resend's API as a process of its own, so that the engine and it do not share an event
// loop. One port further it tells what it counted.
import { createServer } from "node:http";
import { createProvider } from "../tests/support/resend-provider.mjs";

const { port, perSecond, countOnly } = JSON.parse(process.env.BENCH);
const provider = createProvider({ perSecond, countOnly });
await provider.listen(port);

// One port further: questions to it are no calls of the API.
createServer((_request, response) => {
  const { counted } = provider;
  const refused = provider.calls.filter(({ status }) => status === 429).length;
  response.end(JSON.stringify({ ...counted, refused, busiest: provider.busiest() }));
}).listen(port + 1, "127.0.0.1", () => process.stdout.write("ready\n"));
