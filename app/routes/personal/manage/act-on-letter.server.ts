import { z } from "zod";
import { ticked } from "#app/domain/base/ticked.ts";
import {
  changeLetter,
  reportSelfSent,
  unsubscribeWriter,
} from "#app/domain/entries/letters/change-letter.server.ts";
import { selfSentWays } from "#app/domain/entries/letters/letter.ts";
import { withdrawLetter } from "#app/domain/entries/letters/withdraw-letter.server.ts";
import { displayField } from "#app/domain/entries/signatures/signature-form.ts";
import { parseForm } from "#app/http/form.server.ts";
import type { AppLoadContext } from "#app/http/remix.server.ts";
import { done, refused } from "./answers.server.ts";

const ChoiceForm = z.object({ display: displayField, consent_reply_to: ticked });
const SelfSentForm = z.object({ way: z.enum(selfSentWays, "missing") });

type Owner = { person: { id: number }; letters: readonly { publicId: string }[] };

/** Does what one form asks on a letter of the person whose link it is, and on nobody else's. */
export async function actOnLetter(
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
