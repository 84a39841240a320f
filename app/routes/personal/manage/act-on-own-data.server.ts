import { z } from "zod";
import { personFields } from "#app/domain/access/person-form.ts";
import { checkbox } from "#app/domain/base/form-fields.ts";
import { makeShareLink, removeShareLink } from "#app/domain/campaign/share-links/share-link.server.ts";
import {
  changeLetter,
  reportSelfSent,
  unsubscribeWriter,
} from "#app/domain/entries/letters/change-letter.server.ts";
import { selfSentWays } from "#app/domain/entries/letters/letter.ts";
import { withdrawLetter } from "#app/domain/entries/letters/withdraw-letter.server.ts";
import { changePledgeConsents, hidePledge } from "#app/domain/entries/pledges/change-own-pledge.server.ts";
import { stopReminders } from "#app/domain/entries/pledges/stop-reminders.server.ts";
import { withdrawPledge } from "#app/domain/entries/pledges/withdraw-pledge.server.ts";
import {
  commentField,
  deliverField,
  displayField,
  signatureRepeatable,
} from "#app/domain/entries/signatures/signature-form.ts";
import { withdrawSignature } from "#app/domain/entries/signatures/withdraw-signature.server.ts";
import { erasurePorts } from "#app/domain/upkeep/erasure/catch-up.server.ts";
import { eraseSupporter } from "#app/domain/upkeep/erasure/erase-supporter.server.ts";
import {
  changeConsents,
  changeDisplay,
  correctComment,
  correctSupporter,
} from "#app/domain/upkeep/own-data/change-own-data.server.ts";
import type { findOwnData } from "#app/domain/upkeep/own-data/find-own-data.server.ts";
import { withCompanies } from "#app/http/choose-companies.server.ts";
import { asksAgain, parseForm } from "#app/http/form.server.ts";
import type { AppLoadContext } from "#app/http/remix.server.ts";
import { seeOther } from "#app/http/respond.server.ts";
import { createErasing } from "#app/mail/erasing.server.ts";
import { done, refused } from "./answers.server.ts";

type OwnData = NonNullable<Awaited<ReturnType<typeof findOwnData>>>;

const { name, country, postal_code } = personFields;
const ManageForm = z.object({
  intent: z.enum(
    [
      ...(["correct", "hide", "withdraw", "export", "erase", "consent", "stop"] as const),
      ...(["self-sent", "not-self-sent", "end-news", "own-link", "forget-link"] as const),
    ],
    "missing",
  ),
  /** The public id of the signature, pledge or letter; only the person's own is accepted. */
  signature: z.string().optional(),
  pledge: z.string().optional(),
  letter: z.string().optional(),
});
const CorrectForm = z.object({ name, country, postal_code, comment: commentField });
const ConsentForm = z.object({
  consent_updates: checkbox,
  consent_deliver: deliverField,
  display: displayField,
});
const EraseForm = z.object({ understood: z.literal("on", "erase-unticked") });

/** Does what one form of the manage page asks, on the person whose link it is and on nobody else. */
export async function actOnOwnData(
  request: Request,
  context: AppLoadContext,
  ownData: OwnData,
  { token, fresh }: { token: string; fresh: boolean },
) {
  // The correction came back before, now in another language: nothing is stored.
  if (asksAgain(request)) {
    const form = await parseForm(request, CorrectForm);
    return refused(form.ok ? [] : form.errors, form.values);
  }
  const asked = await parseForm(request, ManageForm);
  if (!asked.ok) return refused(asked.errors, asked.values);
  const { intent, signature: wanted, pledge, letter } = asked.value;
  if (pledge !== undefined) return actOnPledge(request, context, ownData, { intent, publicId: pledge });
  if (letter !== undefined) return actOnLetter(request, context, ownData, { intent, publicId: letter });
  const signature = ownData.signatures.find(({ publicId }) => publicId === wanted);
  const ofSignature = ["hide", "consent", "withdraw", "stop", "own-link", "forget-link"];
  if (!signature && ofSignature.includes(intent)) {
    return refused([{ field: "form", code: "unreadable" }], asked.values);
  }
  const linked = { supporterId: ownData.person.id, campaignId: signature?.campaignId ?? 0 };
  const owned = {
    supporterId: ownData.person.id,
    publicId: signature?.publicId ?? "",
    locale: context.locale,
  };

  switch (intent) {
    case "correct": {
      const form = await parseForm(request, CorrectForm);
      if (!form.ok) return refused(form.errors, form.values);
      const { name, country, postal_code: postalCode, comment } = form.value;
      await correctSupporter(context.db, { supporterId: owned.supporterId, name, country, postalCode });
      if (signature) await correctComment(context.db, { ...owned, comment });
      return done("correct");
    }
    case "hide":
      await changeDisplay(context.db, { ...owned, display: "anonymous" });
      return done("hide");
    case "consent": {
      const read = await parseForm(request, ConsentForm, signatureRepeatable);
      const form = withCompanies(read, signature?.companies ?? []);
      if (!form.ok) return refused(form.errors, form.values);
      const { consent_updates: updates, companyIds } = form.value;
      await changeConsents(context.db, { ...owned, updates, nameTo: companyIds ?? [] });
      await changeDisplay(context.db, { ...owned, display: form.value.display });
      return done("consent");
    }
    case "withdraw":
      return done((await withdrawSignature(context.db, owned)).outcome === "withdrawn" ? "withdraw" : null);
    case "own-link":
      return done((await makeShareLink(context.db, linked)) ? "own-link" : null);
    case "forget-link":
      await removeShareLink(context.db, linked);
      return done("forget-link");
    case "stop":
    case "self-sent":
    case "not-self-sent":
    case "end-news":
      return done(null);
    case "export":
      return fresh ? seeOther(context, `/manage/${token}/export`) : done(null);
    case "erase": {
      if (!fresh) return done(null);
      const form = await parseForm(request, EraseForm);
      return form.ok ? erase(context, ownData.person.publicId) : refused(form.errors, form.values);
    }
  }
}

async function erase(context: AppLoadContext, publicId: string) {
  const { db, env, transport, wakeMail } = context;
  const ports = erasurePorts(db, createErasing(env, transport));
  const erased = await eraseSupporter(db, ports, { publicId, actor: "supporter" });
  if (erased.outcome === "gone") return done(null);
  wakeMail();
  return done("erase");
}

const ChoiceForm = z.object({ display: displayField, consent_reply_to: checkbox });
const SelfSentForm = z.object({ way: z.enum(selfSentWays, "missing") });

type Entries = readonly { publicId: string }[];
type Owner = { person: { id: number }; pledges: Entries; letters: Entries };

/** Does what one form asks on a letter of the person whose link it is, and on nobody else's. */
async function actOnLetter(
  request: Request,
  { db, locale }: AppLoadContext,
  owner: Owner,
  { intent, publicId }: { intent: string; publicId: string },
) {
  if (!owner.letters.some((letter) => letter.publicId === publicId))
    return refused([{ field: "form", code: "unreadable" }], {});
  const owned = { supporterId: owner.person.id, publicId };

  switch (intent) {
    case "consent": {
      const form = await parseForm(request, ChoiceForm);
      if (!form.ok) return refused(form.errors, form.values);
      const { display, consent_reply_to: replyTo } = form.value;
      await changeLetter(db, { ...owned, display, replyTo, locale });
      return done("letter-choices");
    }
    case "self-sent": {
      const form = await parseForm(request, SelfSentForm);
      if (!form.ok) return refused(form.errors, form.values);
      await reportSelfSent(db, { ...owned, way: form.value.way });
      return done("letter-self-sent");
    }
    case "not-self-sent":
      await reportSelfSent(db, { ...owned, way: null });
      return done("letter-not-self-sent");
    case "end-news":
      await unsubscribeWriter(db, owned);
      return done("letter-end-news");
    case "withdraw": {
      const { outcome } = await withdrawLetter(db, owned);
      if (outcome === "not-confirmed") return done(null);
      if (outcome === "handed-over") return done("letter-handed-over");
      return done(outcome === "in-pack" ? "withdraw-letter-in-pack" : "withdraw-letter");
    }
    default:
      return refused([{ field: "form", code: "unreadable" }], {});
  }
}

/** `asked`: the boxes in the form; an unticked one of them revokes its consent. */
const PledgeConsentForm = z.object({
  asked: z.array(z.enum(["contact_cofile", "updates"])),
  consent_contact: checkbox,
  consent_updates: checkbox,
});

/** Does what one form asks on a pledge of the person whose link it is, and on nobody else's. */
async function actOnPledge(
  request: Request,
  { db, env, locale }: AppLoadContext,
  owner: Owner,
  { intent, publicId }: { intent: string; publicId: string },
) {
  if (!owner.pledges.some((pledge) => pledge.publicId === publicId))
    return refused([{ field: "form", code: "unreadable" }], {});
  const owned = { supporterId: owner.person.id, publicId, locale };

  switch (intent) {
    case "hide":
      await hidePledge(db, owned);
      return done("hide-pledge");
    case "consent": {
      const form = await parseForm(request, PledgeConsentForm, ["asked"]);
      if (!form.ok) return refused(form.errors, form.values);
      const { asked, consent_contact, consent_updates } = form.value;
      const ticks = { contact_cofile: consent_contact, updates: consent_updates };
      const granted = asked.filter((purpose) => ticks[purpose]);
      await changePledgeConsents(db, env.keys, { ...owned, asked, granted });
      return done("pledge-consents");
    }
    case "withdraw": {
      const { outcome } = await withdrawPledge(db, env.keys, owned);
      return done(outcome === "withdrawn" ? "withdraw-pledge" : null);
    }
    case "stop": {
      const { outcome } = await stopReminders(db, env.keys, owned);
      return done(outcome === "stopped" ? "stop-reminders" : null);
    }
    default:
      return refused([{ field: "form", code: "unreadable" }], {});
  }
}
