import type { RequestListener } from "node:http";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { MailLanes } from "#app/domain/activity/read-mail-lanes.server.ts";
import { splitLanguage } from "./language.ts";
import { pageClass } from "./page-classes.ts";

/**
 * Counts answers by class of page and status, and times them. No path is a label: paths hold tokens. Reads
 * the lanes of email when it is asked; without them while the database does not answer.
 */
export function createMetrics(readLanes: () => Promise<MailLanes>) {
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

  const gauge = (name: string, help: string, labelNames: string[] = ["lane"]) =>
    new Gauge({ name: `undersigned_emails_${name}`, help, labelNames, registers: [registry] });
  const lanes = {
    waiting: gauge("waiting", "Emails of all campaigns that are due, by lane"),
    oldest: gauge("oldest_seconds", "Seconds that the oldest email of a lane has been due; 0: none waits"),
    perMinute: gauge("handed_over_per_minute", "Emails handed over in a minute, on average of five"),
    untilEmpty: gauge("until_empty_seconds", "Seconds until a lane is empty; +Inf: it does not move"),
  };
  const limit = gauge("limit_calls_per_second", "Calls a second that are made to the provider at most", []);

  const fill = async () => {
    for (const each of [...Object.values(lanes), limit]) each.reset();
    const found = await readLanes().catch(() => null);
    if (!found) {
      limit.remove();
      return;
    }
    for (const { lane, ...figures } of found.lanes) {
      lanes.waiting.set({ lane }, figures.waiting);
      lanes.oldest.set({ lane }, Math.max(0, figures.oldest ?? 0));
      lanes.perMinute.set({ lane }, figures.perMinute);
      const { untilEmpty } = figures;
      lanes.untilEmpty.set({ lane }, untilEmpty === "not-moving" ? Infinity : (untilEmpty ?? 0));
    }
    if (found.limit) limit.set(found.limit.used);
    else limit.remove();
  };

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
      await fill();
      const text = await registry.metrics();
      response.writeHead(200, { "Content-Type": registry.contentType }).end(text);
    }) as RequestListener,
  };
}
