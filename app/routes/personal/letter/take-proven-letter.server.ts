import { chooseRecipient } from "#app/domain/campaign/recipients/open-recipients.server.ts";
import {
  letterAnswersOf,
  letterConsentsOf,
  ProvenLetterForm,
} from "#app/domain/entries/letters/writing/letter-form.ts";
import { writeProven } from "#app/domain/entries/letters/writing/write-proven.server.ts";
import { asksAgain, readBody, readFields } from "#app/http/form.server.ts";
import { openKnownLink } from "#app/http/open-known-link.server.ts";
import { type ActionFunctionArgs, data } from "#app/http/remix.server.ts";
import { limitRate, seeOther } from "#app/http/respond.server.ts";
import {
  answer,
  chooseCompany,
  helpToWrite,
  type LetterAnswer,
  noSuchCompany,
  recipientClosed,
  TypedFields,
} from "#app/http/take-letter.server.ts";
import { thanksPath } from "#app/http/thanks-path.server.ts";

/** Why a letter was not taken: the link is no longer valid, or another letter is already written. */
type NotTaken = "expired" | "gone" | "already-written";

/** Takes a letter like the public form, from a link's owner: it is confirmed at once. */
export async function takeProvenLetter({ request, params, context }: ActionFunctionArgs) {
  await limitRate(context, "token");
  const now = new Date();
  const body = await readBody(request);
  const link = await openKnownLink(context, "letter", params, now);
  const { values } = readFields(body, TypedFields);
  if (link.outcome !== "open") return comesBack(answer({ values }, 410), link.outcome);
  const { person, subject } = link;
  const chosen = chooseCompany(link.campaign, body);
  if (!chosen) return comesBack(answer(noSuchCompany(body), 422));
  const { campaign, company } = chosen;
  const helped = await helpToWrite(body, context, campaign, person);
  if (helped) return comesBack(helped);

  const form = readFields(body, ProvenLetterForm);
  const asked = asksAgain(request);
  if (asked) {
    const errors = asked === "corrected" && !form.ok ? form.errors : [];
    return comesBack(answer({ values, errors }, errors.length > 0 ? 422 : 200));
  }
  if (!form.ok) return comesBack(answer({ values, errors: form.errors }, 422));
  const { env, db, locale } = context;
  const of = { campaignId: campaign.id, companyId: company.id };
  const failed = (error: unknown) => {
    context.log.error({ err: error, requestId: context.requestId }, "a letter could not be stored");
    return null;
  };
  const unavailable = () =>
    comesBack(answer({ values, errors: [{ field: "form", code: "unavailable" }] }, 503, 60));
  const recipient = await chooseRecipient(db, of, form.value.recipient).catch(failed);
  if (!recipient) return unavailable();
  if (recipient === "closed") return comesBack(answer({ values, errors: [recipientClosed] }, 422));
  const answers = { ...letterAnswersOf(form.value), recipientId: recipient.recipientId };
  const typed = { answers, consents: letterConsentsOf(form.value), locale };
  const about = { campaign: { id: campaign.id }, companyId: company.id };
  const letter = { supporterPublicId: subject, ...about, ...typed };
  const written = await writeProven(db, env.keys, letter, now).catch(failed);
  if (!written) return unavailable();
  if (written.outcome === "too-many-today")
    return comesBack(answer({ values, errors: [{ field: "form", code: "too-many-today" }] }, 429));
  context.wakeMail();
  if (written.outcome !== "confirmed")
    return comesBack(answer({ values }, written.outcome === "gone" ? 410 : 409), written.outcome);
  return seeOther(context, thanksPath(env.keys, "thanks-letter", written.publicId, now));
}

/** The page with what was typed. */
function comesBack(
  { page, status, retryAfter }: { page: LetterAnswer; status: number; retryAfter: number | null },
  notTaken: NotTaken | null = null,
) {
  const headers = retryAfter === null ? {} : { "Retry-After": String(retryAfter) };
  return data({ ...page, notTaken }, { status, headers });
}
