import { z } from "zod";
import { type textField, translationField } from "#app/domain/campaign/forms/words-form.ts";
import { correctTranslation } from "#app/domain/campaign/petition/correct-translation.server.ts";
import { CorrectTranslationForm } from "#app/domain/campaign/petition/petition-form.ts";
import {
  publishTranslations,
  saveTranslations,
  type WrittenTranslation,
} from "#app/domain/campaign/petition/save-translations.server.ts";
import { isOfPetition, type TranslatedText } from "#app/domain/campaign/translations/translation.ts";
import { type FieldError, parseForm, readTyped } from "#app/http/form.server.ts";
import { type ActionFunctionArgs, data, redirect } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { unlessGone } from "#app/http/respond.server.ts";
import { typedOnce } from "#app/ui/form-state.ts";
import { readAsked } from "./load.server.ts";

export type Answer = {
  values?: Record<string, string>;
  errors?: FieldError[];
  refused?: string;
  part?: "correct";
};

const keyAndVersion = /^([0-9a-f]{20}) (\d{1,9})$/;

const answer = (body: Answer, status: number) => data(body, { status });

/** Stores the translations of one part, or publishes all that are written. */
export async function act(args: ActionFunctionArgs) {
  const peeked = await readTyped(args.request);
  const publishes = peeked.intent === "publish";
  const corrects = peeked.intent === "correct";
  const { campaign, on: who } = await requireCampaign(args, publishes || corrects ? "manage" : "write");
  const { db } = args.context;
  const { locale, texts } = await readAsked(db, campaign.id, args.request.url);
  const on = { ...who, locale };
  const url = new URL(args.request.url);
  const page = (done: string) => {
    const show = url.searchParams.get("show") === "missing" ? "&show=missing" : "";
    return redirect(`${url.pathname}?done=${done}${done && `&in=${locale}`}${show}`, 303);
  };
  const seen = seenOf(peeked.seen ?? "");
  if (corrects) {
    const isSigned = texts.some((one) => isOfPetition(one) && one.isSigned);
    const form = await parseForm(args.request, isSigned ? CorrectTranslationForm : z.object({}));
    const values = typedOnce(form.values);
    if (!form.ok) return answer({ values, errors: form.errors, part: "correct" }, 422);
    const { note, note_in: noteIn } = form.value as Partial<z.output<typeof CorrectTranslationForm>>;
    const notes = note && noteIn ? { note, noteIn } : null;
    const { outcome } = unlessGone(await correctTranslation(db, { ...on, seen, notes }));
    if (outcome === "published" || outcome === "asked") return page(`petition-${outcome}`);
    const refused = outcome === "half" || outcome === "already-asked" ? outcome : "stale-publish";
    return answer({ values, refused, part: "correct" }, 409);
  }
  if (publishes) {
    const { outcome } = unlessGone(await publishTranslations(db, { ...on, seen }));
    if (outcome === "nothing") return page("");
    return outcome === "saved" ? page("translations-published") : answer({ refused: "stale-publish" }, 409);
  }

  const form = await parseForm(args.request, formOf(texts));
  const values = typedOnce(form.values);
  if (!form.ok) return answer({ values, errors: form.errors }, 422);
  const written = texts.flatMap(({ key }): WrittenTranslation[] => {
    const version = values[`v_${key}`];
    if (version === undefined || !/^\d{1,9}$/.test(version)) return [];
    return [{ key, version: Number(version), text: form.value[`t_${key}`] ?? null }];
  });
  const saved = unlessGone(await saveTranslations(db, { ...on, written }));
  if (saved.outcome === "stale") return answer({ values, refused: "stale-translations" }, 409);
  return page(saved.texts === 0 ? "" : "translations-saved");
}

/** The drafts that were read, each with its version. */
const seenOf = (text: string) =>
  text.split(",").flatMap((one) => {
    const [, key, version] = keyAndVersion.exec(one) ?? [];
    return key ? [{ key, version: Number(version) }] : [];
  });

function formOf(texts: readonly TranslatedText[]) {
  const shape = texts.flatMap(({ key, text }) => [
    [`t_${key}`, translationField(text)] as const,
    [
      `v_${key}`,
      z
        .string()
        .nullish()
        .transform(() => null),
    ] as const,
  ]);
  return z.object(Object.fromEntries(shape) as Record<string, ReturnType<typeof textField>>);
}
