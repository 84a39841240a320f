import type { LoaderFunctionArgs } from "@remix-run/node";
import { openAnswer } from "#app/http/api.server.ts";
import { describeApi } from "./document.ts";

/** What other programs can ask of this site (OpenAPI 3.1). */
export const loader = ({ request, context: { env } }: LoaderFunctionArgs) =>
  openAnswer(request, describeApi(env.appUrl));
