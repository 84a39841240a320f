import { withDatabase } from "#app/cli/environment.ts";
import { CommandFailed, exitCodes, readOptions, required, tell } from "#app/cli/old.ts";
import { refuseGaps } from "#app/cli/untranslated.ts";
import { requireCampaign } from "#app/cli/update.ts";
import { publishWords } from "#app/domain/campaign/publish-words.server.ts";
import { readEditedWords } from "#app/domain/campaign/read-edit.server.ts";
import {
  gapsIn,
  newAmong,
  readOtherLanguages,
} from "#app/domain/campaign/translations/language-gaps.server.ts";
import { neededTexts } from "#app/domain/campaign/translations/list-originals.server.ts";

const refusals: Record<string, string> = {
  stale: "Somebody edited it at this moment: nothing was published. Look at `campaign show` again.",
  nothing: "No draft waits: nothing was published.",
};

/** Makes public what is written of a campaign's page. */
export async function wordsPublish(args: string[]): Promise<number> {
  const { json, campaign, untranslated } = readOptions(args, {
    ...{ campaign: { type: "string" }, untranslated: { type: "boolean" } },
  });
  const slug = required(campaign, "campaign");
  return withDatabase("words publish", async (opened) => {
    const { id } = await requireCampaign(opened, slug);
    const edited = await readEditedWords(opened.db, id);
    if (edited?.draft) {
      const texts = newAmong(neededTexts.page(edited.draft), neededTexts.page(edited.live));
      refuseGaps(gapsIn(await readOtherLanguages(opened.db, id), texts), untranslated);
    }
    const on = { campaignId: id, actor: "operator" } as const;
    const what = { words: edited?.version ?? null, claims: [], correction: null };
    const published = await publishWords(opened.db, { ...on, ...what });
    if (published.outcome !== "published")
      throw new CommandFailed(refusals[published.outcome] ?? `There is no campaign "${slug}".`);
    tell(json, published, `Published: ${published.fields === 1 ? "1 field" : `${published.fields} fields`}.`);
    return exitCodes.done;
  });
}
