import { z } from "zod";
import { correctionKinds } from "#app/domain/campaign/campaign.ts";
import { dayOfCampaign } from "#app/domain/campaign/day-of-campaign.server.ts";
import { textField } from "#app/domain/campaign/forms/words-form.ts";
import { openCampaign } from "#app/domain/campaign/opening/open-campaign.server.ts";
import { atMost } from "#app/domain/campaign/wording.ts";
import { publishWords } from "#app/domain/campaign/words/publish-words.server.ts";
import { type FieldError, parseForm } from "#app/http/form.server.ts";
import { type ActionFunctionArgs, data, redirect } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { unlessGone } from "#app/http/respond.server.ts";

export type Answer = { refused?: string; errors?: FieldError[]; values?: { kind: string; text: string } };

/** Chosen drafts, each with the version that was read: `words 3`, `claim 12 4`. */
const chosen = z.array(z.string().regex(/^(words|claim \d{1,15}) \d{1,9}$/, "unreadable"));

const PublishForm = z.object({
  intent: z.string().optional(),
  chosen,
  correction_kind: z.preprocess((value) => value || undefined, z.enum(correctionKinds).optional()),
  correction: textField("correction", atMost.correction, { lines: true }),
});

export async function act(args: ActionFunctionArgs) {
  const { campaign, on } = await requireCampaign(args, "manage");
  const { db, env } = args.context;
  const form = await parseForm(args.request, PublishForm, ["chosen"]);
  const page = `/organize/c/${campaign.slug}/edit`;
  if (form.values.intent === "open") {
    const opened = unlessGone(await openCampaign(db, on, env));
    return opened.outcome === "opened"
      ? redirect(`${page}?done=opened`, 303)
      : data<Answer>({ refused: opened.outcome }, { status: 409 });
  }
  const values = {
    kind: String(form.values.correction_kind ?? ""),
    text: String(form.values.correction ?? ""),
  };
  if (!form.ok) {
    const errors = form.errors.filter(({ field }) => field !== "chosen");
    const refused = errors.length < form.errors.length ? { refused: "unreadable" } : {};
    return data<Answer>({ errors, values, ...refused }, { status: 422 });
  }
  const { correction: text, correction_kind: kind } = form.value;
  if (text !== null && kind === undefined) {
    const errors = [{ field: "correction_kind", code: "correction-kind-missing" }];
    return data<Answer>({ errors, values }, { status: 422 });
  }
  const numbers = form.value.chosen.map((one) => one.split(" "));
  const own = numbers.find(([what]) => what === "words");
  const claims = numbers.filter(([what]) => what === "claim");
  const published = unlessGone(
    await publishWords(db, {
      ...on,
      words: own ? Number(own[1]) : null,
      claims: claims.map(([, id, version]) => ({ id: Number(id), version: Number(version) })),
      correction:
        text !== null && kind
          ? { kind, text, correctedOn: await dayOfCampaign(db, campaign.id, new Date()) }
          : null,
    }),
  );
  if (published.outcome === "published") return redirect(`${page}?done=published`, 303);
  const refused = published.outcome === "stale" ? "stale-publish" : published.outcome;
  return data<Answer>({ refused, values }, { status: published.outcome === "nothing" ? 422 : 409 });
}
