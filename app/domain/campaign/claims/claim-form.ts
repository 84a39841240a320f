import { z } from "zod";
import { checkbox } from "#app/domain/base/form-fields.ts";
import { latestDay } from "#app/domain/base/zone-clock.ts";
import { claimKinds, claimSections } from "#app/domain/campaign/campaign.ts";
import { dayField, httpsField, lineField } from "#app/domain/campaign/forms/source-form.ts";
import { neededField, textField, versionField } from "#app/domain/campaign/forms/words-form.ts";
import {
  atMost,
  type ClaimSource,
  type ClaimWords,
  datePrecisions,
  nextReview,
} from "#app/domain/campaign/wording.ts";
import { isMisleading } from "#app/lib/misleading-link.ts";
import {
  agreeOnParts,
  type FilledSource,
  fieldsOfParts,
  partsShape,
  placeInForm,
  sourcesIn,
  timelineIn,
} from "./claim-parts.ts";
import { pictureIn } from "./picture-form.ts";

/**
 * Parses one claim. Without a source it is stored but not published. Takes a page's title and address only
 * from somebody who says they opened it: nothing is guessed.
 */
export const claimForm = (now: Date) =>
  z
    .object({
      version: versionField,
      section: z.enum(claimSections, "section-missing"),
      kind: z.enum(claimKinds, "kind-missing"),
      text: neededField("claim", atMost.claim, { lines: true }),
      quotation: textField("quotation", atMost.quotation),
      attribution: neededField("attribution", atMost.attribution),
      publisher: textField("publisher", atMost.publisher),
      published_on: dayField,
      published_precision: z.preprocess(
        (value) => value || undefined,
        z.enum(datePrecisions, "precision-missing").optional(),
      ),
      source_title: textField("source-title", atMost.sourceTitle),
      source_url: httpsField,
      archive_url: httpsField,
      opened: checkbox,
      ongoing: checkbox,
      review_by: dayField,
      limits: textField("limits", atMost.limits),
      open_question: lineField("open-question", atMost.openQuestion),
      brief: lineField("brief", atMost.brief),
      ...partsShape,
    })
    .superRefine((form, issue) => {
      const refuse = (field: string, message: string) =>
        issue.addIssue({ code: "custom", path: [field], message });
      if (form.published_on !== null && form.published_on > latestDay(now))
        refuse("published_on", "published-future");
      if (form.published_on !== null && !form.published_precision)
        refuse("published_precision", "precision-missing");
      if ((form.source_title !== null || form.source_url !== null) && !form.opened)
        refuse("opened", "not-opened");
      if ((form.source_title !== null || form.archive_url !== null) && form.source_url === null)
        refuse("source_url", "url-missing");
      if (
        form.source_url !== null &&
        isMisleading(`${form.attribution} ${form.source_title ?? ""}`, form.source_url)
      )
        refuse("source_title", "title-differs");
      agreeOnParts(form, latestDay(now), refuse);
    });

const namedPublisher = neededField("publisher", atMost.publisher).describe(
  "the publisher of the source, as in the claim",
);

/** The page an organizer opened for a source and found to support the claim. */
export const VerifyForm = z
  .object({
    version: versionField,
    publisher: namedPublisher,
    url: httpsField
      .refine((url) => url !== null, "url-missing")
      .meta({ hint: "URL", description: "the address of the page" }),
    title: textField("source-title", atMost.sourceTitle).describe("the title of the page"),
    archive: httpsField.meta({ hint: "URL", description: "the address of an archived copy" }),
    published_on: dayField,
  })
  .superRefine(({ publisher, title, url }, issue) => {
    if (url !== null && isMisleading(`${publisher} ${title ?? ""}`, url))
      issue.addIssue({ code: "custom", path: ["title"], message: "title-differs" });
  });

/** What an organizer noted of a page that does not support the claim. */
export const DoubtForm = z.object({
  version: versionField,
  publisher: namedPublisher,
  note: neededField("doubt", atMost.note, { lines: true }).describe("what the page says instead"),
});

/** Returns the claim of a filled form. A source's page counts as opened now, unless it was opened before. */
export function claimOfForm(
  form: z.output<ReturnType<typeof claimForm>>,
  before: Pick<ClaimWords, "sourceUrl" | "urlVerifiedAt" | "moreSources"> | null,
  now: Date,
): ClaimWords {
  const known = before ? [before, ...before.moreSources] : [];
  const openedAt = (url: string | null) =>
    url === null ? null : (known.find((one) => one.sourceUrl === url)?.urlVerifiedAt ?? now.toISOString());
  const own: FilledSource = {
    publisher: form.publisher,
    publishedOn: form.published_on,
    publishedPrecision: form.published_on === null ? null : (form.published_precision ?? null),
    sourceTitle: form.source_title,
    sourceUrl: form.source_url,
    archiveUrl: form.archive_url,
    opened: form.opened,
    place: placeInForm(form, 1),
    n: 1,
  };
  const isEmpty = own.publisher === null && own.publishedOn === null && own.sourceUrl === null;
  const more = sourcesIn(form);
  const [first, ...others] = [...(isEmpty && more.length > 0 ? [] : [own]), ...more]
    .sort((a, b) => a.place - b.place)
    .map(({ opened: _opened, place: _place, n: _n, ...source }) => ({
      ...source,
      urlVerifiedAt: openedAt(source.sourceUrl),
    }));
  return {
    ...(first as ClaimSource),
    moreSources: others,
    section: form.section,
    kind: form.kind,
    text: form.text,
    quotation: form.quotation,
    attribution: form.attribution,
    limits: form.limits,
    openQuestion: form.open_question,
    brief: form.brief,
    picture: pictureIn(form).picture,
    timeline: timelineIn(form),
    reviewBy: form.review_by ?? (form.ongoing ? nextReview(now) : null),
  };
}

export const fieldsOfClaim = (claim: ClaimWords): Record<string, string> => ({
  section: claim.section,
  kind: claim.kind,
  text: claim.text,
  quotation: claim.quotation ?? "",
  attribution: claim.attribution,
  publisher: claim.publisher ?? "",
  published_on: claim.publishedOn ?? "",
  published_precision: claim.publishedPrecision ?? "",
  source_title: claim.sourceTitle ?? "",
  source_url: claim.sourceUrl ?? "",
  archive_url: claim.archiveUrl ?? "",
  ...(claim.urlVerifiedAt !== null && { opened: "on" }),
  limits: claim.limits ?? "",
  open_question: claim.openQuestion ?? "",
  brief: claim.brief ?? "",
  review_by: claim.reviewBy ?? "",
  ...fieldsOfParts(claim),
});
