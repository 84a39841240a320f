import { chooseSpelling } from "#app/domain/base/choose-spelling.ts";
import type { Signing } from "#app/domain/campaign/campaign.ts";
import { readSigning } from "#app/domain/campaign/opening/readiness.server.ts";
import { isShareCode, ownLinkSource } from "#app/domain/campaign/share-links/share-link.ts";
import {
  consentsOf,
  SignatureForm,
  signatureRepeatable,
} from "#app/domain/entries/signatures/signature-form.ts";
import { storeForm } from "#app/domain/entries/waiting-forms/store-form.server.ts";
import { speaksForeign } from "#app/domain/review/scoring/languages.ts";
import { hashBlock } from "#app/domain/review/scoring/traces.server.ts";
import { withCompanies } from "./choose-companies.server.ts";
import type { FormContext, PostedForm, TakenForm } from "./context.ts";
import { asksAgain, type FieldError, readFields, type TypedValues } from "./form.server.ts";
import { ownInboxPath } from "./inbox-path.server.ts";
import { namedSource } from "./named-source.ts";
import { countPost, proveWork } from "./prove-signer.server.ts";

/** The form again, with its errors. */
export type SignFormAgain = {
  errors: FieldError[];
  suggestion: { typed: string; meant: string } | null;
  /** The proof of work to solve first. */
  challenge: string | null;
  signing: Exclude<Signing, { outcome: "open" }> | null;
  values: TypedValues;
};

/** Takes a posted petition form: counts it, checks it and stores the signature. */
export async function takeSignature(
  { params, url, header, body }: PostedForm,
  context: FormContext,
): Promise<TakenForm<SignFormAgain>> {
  const read = readFields(body, SignatureForm, signatureRepeatable);
  const source = readSource(asText(read.values.source), header("referer"), context.env.appUrl);
  // The returned form has another address, so a field keeps the first page's source.
  if (source !== null) read.values.source = source;
  const campaign = await context.findCampaign(params.campaign ?? "");
  if (!campaign) return { outcome: "not-found" };
  const form = withCompanies(read, campaign.companies);

  const again = (status: number, what: Partial<SignFormAgain>, retryAfter: number | null = null) => ({
    outcome: "page" as const,
    status,
    retryAfter,
    page: { errors: [], suggestion: null, challenge: null, signing: null, ...what, values: form.values },
  });
  const tooMany = (seconds: number) => again(429, { errors: [{ field: "form", code: "too-many" }] }, seconds);

  const signing = readSigning(campaign, context.env.localMode);
  if (signing.outcome !== "open") return again(signing.outcome === "closed" ? 410 : 503, { signing });

  const asked = asksAgain({ url });
  if (asked) {
    const wait = await context.limits.spend("sign", context.clientAddress);
    if (wait > 0) return tooMany(wait);
    const corrected = asked === "corrected" && !form.ok;
    return again(corrected ? 422 : 200, { errors: corrected ? form.errors : [] });
  }

  const counted = await countPost(context);
  if (counted.wait > 0) return tooMany(counted.wait);
  if (!form.ok) return again(422, { errors: form.errors });

  const spelling = chooseSpelling(form.value);
  if (spelling.outcome === "ask") return again(422, { suggestion: spelling.suggestion });

  try {
    const proved = await proveWork(context, {
      campaignId: campaign.id,
      email: spelling.email.canonical,
      counted,
      proof: form.value.proof,
      withoutProof: form.value.without_proof,
    });
    if ("challenge" in proved) return again(422, { challenge: proved.challenge });
    const block = await hashBlock(context.db, counted.network, new Date());
    await storeForm(context.db, context.env.keys, {
      kind: "signature",
      input: {
        campaign: { id: campaign.id, petitionVersion: campaign.petition.version },
        name: form.value.name,
        email: spelling.email,
        country: form.value.country,
        postalCode: form.value.postal_code,
        comment: form.value.comment,
        display: form.value.display,
        ...sourceOf(source),
        referrer: null,
        locale: context.locale,
        consents: consentsOf(form.value),
        companyIds: form.value.companyIds,
      },
      traced: {
        block: block?.toString("hex") ?? null,
        honeypot: Boolean(form.value.subject),
        foreignLanguage: speaksForeign(header("accept-language"), form.value.country),
        ...proved,
      },
    });
  } catch (error) {
    context.log.error({ err: error, requestId: context.requestId }, "a signature could not be stored");
    return again(503, { errors: [{ field: "form", code: "unavailable" }] }, 60);
  }
  const typed = { kind: "signature", address: spelling.email.address } as const;
  return { outcome: "done", to: ownInboxPath(context.env.keys, campaign.slug, typed, new Date()) };
}

const asText = (value: TypedValues[string] | undefined) => (typeof value === "string" ? value : undefined);

/** All personal share links count as one source. */
const sourceOf = (named: string | null) =>
  named !== null && isShareCode(named)
    ? { source: ownLinkSource, shareCode: named }
    : { source: named, shareCode: null };

/**
 * Tells where a signer came from: the form's field, else `source` or `utm_source` of the page they signed on
 * (its address is the post's Referer). Null if neither is a plain word.
 */
function readSource(field: string | undefined, referer: string | null, appUrl: string): string | null {
  const page = referer && URL.canParse(referer) ? new URL(referer) : null;
  const query = page && page.origin === new URL(appUrl).origin ? page.searchParams : null;
  return namedSource(field?.trim() || query?.get("source") || query?.get("utm_source"));
}
