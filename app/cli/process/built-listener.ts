import { join } from "node:path";
import * as build from "virtual:remix/server-build";
import { createListener } from "#app/server.ts";
import type { MakeListener } from "./serve.ts";

/** Answers with the built pages and files, and with files that pages of earlier builds still request. */
export const builtListener =
  (root: string): MakeListener =>
  (services, whyNotReady) =>
    createListener({
      services,
      build,
      clientFiles: ["build/client", "build/earlier"].map((folder) => join(root, folder)),
      whyNotReady,
    });
