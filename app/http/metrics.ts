import type { RequestListener } from "node:http";
import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";
import { splitLanguage } from "./language.ts";
import { pageClass } from "./page-classes.ts";

/** Counts answers by class of page and status, and times them. No path is a label: paths hold tokens. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const answers = new Counter({
    name: "undersigned_http_answers_total",
    help: "Answers by class of page and status; aborted: the client left before the end",
    labelNames: ["page", "status"],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: "undersigned_http_seconds",
    help: "Time from request to the end of the answer, in seconds",
    labelNames: ["page"],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  });

  return {
    /** Wraps a listener to count its answers. */
    counted:
      (next: RequestListener): RequestListener =>
      (request, response) => {
        const began = performance.now();
        response.once("close", () => {
          const page = pageClass(splitLanguage((request.url ?? "/").split("?", 1)[0] ?? "/").path);
          answers.inc({ page, status: response.writableFinished ? response.statusCode : "aborted" });
          seconds.observe({ page }, (performance.now() - began) / 1000);
        });
        return next(request, response);
      },
    /** Answers every request with all metrics as Prometheus text. Its port must not be public. */
    listener: (async (_request, response) => {
      const text = await registry.metrics();
      response.writeHead(200, { "Content-Type": registry.contentType }).end(text);
    }) as RequestListener,
  };
}
