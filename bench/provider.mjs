// A stand-in for Resend's API, in its own process so that it shares no event loop with the engine. The
// line it prints is the port on which it reports its counts.
import { createServer } from "node:http";
import { createProvider } from "../tests/support/resend-provider.mjs";

const { port, perSecond, countOnly } = JSON.parse(process.env.BENCH);
const provider = createProvider({ perSecond, countOnly });
await provider.listen(port);

// A port of its own: requests for counts are no calls of the API.
const counts = createServer((request, response) => {
  const { counted } = provider;
  const refused = provider.calls.filter(({ status }) => status === 429).length;
  // When each address was sent to, where that is asked for.
  const taken =
    request.url === "/taken"
      ? [...provider.ledger].map(([address, all]) => [address, all.map(({ at }) => at)])
      : undefined;
  const calls = provider.calls.length;
  response.end(JSON.stringify({ ...counted, calls, refused, busiest: provider.busiest(), taken }));
}).listen(0, "127.0.0.1", () => process.stdout.write(`${counts.address().port}\n`));
