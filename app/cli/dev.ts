import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { ViteDevServer } from "vite";
import type { ServerBuild } from "#app/http/remix.server.ts";
import { ConfigurationError } from "#app/lib/env.server.ts";
import { EmbeddedServerError } from "#db/embedded/error.ts";
import { PoolerError } from "#db/pooler.ts";
import { seed } from "#db/seed/index.ts";
import { open } from "./environment.ts";
import { announce } from "./process/announce.ts";
import { addDemoPeople } from "./process/demo.ts";
import { bringUpToDate } from "./process/migrate.ts";
import { type MakeListener, serve } from "./process/serve.ts";

/** Serves the current sources until SIGTERM or SIGINT; the worker keeps the code it started with. */
export async function serveDevelopment(vite: ViteDevServer, server: Server): Promise<void> {
  const opened = await open("dev", { part: "web" });
  await serve(opened, {
    web: sourceListener(vite),
    worker: "here",
    server,
    prepare: async () => {
      await bringUpToDate(opened);
      await seed(opened.db, new Date(), opened.env);
      await addDemoPeople(opened);
    },
    ready: (address) => announce(opened, address, false),
  });
}

/** Tells whether one line explains an error. */
export const isExpected = (error: unknown) =>
  [ConfigurationError, EmbeddedServerError, PoolerError].some((kind) => error instanceof kind);

const sourceListener =
  (vite: ViteDevServer): MakeListener =>
  (services, whyNotReady) => {
    const answer = async (request: IncomingMessage, response: ServerResponse) => {
      try {
        const { createListener } = (await vite.ssrLoadModule(
          "/app/server.ts",
        )) as typeof import("#app/server.ts");
        const build = (await vite.ssrLoadModule("virtual:remix/server-build")) as ServerBuild;
        createListener({ services, build, clientFiles: null, whyNotReady })(request, response);
      } catch (error) {
        vite.ssrFixStacktrace(error as Error);
        process.stderr.write(`${(error as Error).stack}\n`);
        response.writeHead(500).end("The source code has an error; see the terminal.");
      }
    };
    return (request, response) => vite.middlewares(request, response, () => void answer(request, response));
  };
