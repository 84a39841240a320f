import { onTestFinished } from "vitest";
import { type Behaviour, createProvider, type ProviderMail } from "./resend-provider.mjs";

export type { Behaviour } from "./resend-provider.mjs";

/**
 * Starts a local server that speaks Resend's protocol, for one test: it announces 200 calls a second, never
 * enforces them, and fails as told.
 */
export async function aFakeResend() {
  let behave: (mail: ProviderMail, call: number, mails: readonly ProviderMail[]) => Behaviour = () => "ok";
  const provider = createProvider({
    perSecond: 200,
    limited: false,
    behave: ({ mails, number }) => {
      const [mail] = mails;
      return mail ? behave(mail, number, mails) : "ok";
    },
  });
  const baseUrl = await provider.listen();
  onTestFinished(provider.close);

  return {
    baseUrl,
    /** Every email the provider accepted, once each. */
    delivered: provider.delivered,
    /** By address: each time an email to it was accepted. */
    ledger: provider.ledger,
    get calls() {
      return provider.calls.map(({ key, authorization }) => ({ key, authorization }));
    },
    /** Sets how the next calls behave; `mail` is the call's first, `call` counts from 1. */
    behave: (as: typeof behave) => {
      behave = as;
    },
  };
}
