import { mayDo } from "#app/domain/access/organizer.ts";
import { findSettingsAndTemplates } from "#app/domain/entries/letters/settings/find-settings.server.ts";
import type { FieldError } from "#app/http/form.server.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import type { useLoaderData } from "#app/ui/remix.ts";

export async function load(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "view");
  return {
    ...(await findSettingsAndTemplates(args.context.db, campaign.id)),
    mayWrite: mayDo(campaign, "write"),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

/** The answer to a post that stored nothing. `part`: `settings`, or the language of a text. */
export type Answer = {
  part: string;
  values: Record<string, string>;
  errors: FieldError[];
  refused: string | null;
};

export type SettingsPage = ReturnType<typeof useLoaderData<typeof load>>;
