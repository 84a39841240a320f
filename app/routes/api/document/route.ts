import { openAnswer } from "#app/http/api.server.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { describeApi } from "./document.ts";

/** Answers with the API's document (OpenAPI 3.1). */
export const loader = ({ request, context: { env } }: LoaderFunctionArgs) =>
  openAnswer(request, describeApi(env.appUrl));
