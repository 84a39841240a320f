import { canonicalAddress, parseAddress } from "./address.ts";
import { likelyMeant } from "./likely-typo.ts";

type Email = { address: string; canonical: string };

/**
 * Asks once whether an address with a likely slip in its domain is right; `email_choice` is the answer.
 * Only one of the two spellings that were offered is taken for one.
 */
export function chooseSpelling({
  email,
  email_choice: choice,
}: {
  email: Email;
  email_choice?: string | undefined;
}): { outcome: "chosen"; email: Email } | { outcome: "ask"; suggestion: { typed: string; meant: string } } {
  const meant = likelyMeant(email.address);
  if (meant === null || choice === email.address) return { outcome: "chosen", email };
  const chosen = parseAddress(choice ?? "");
  if (chosen === meant)
    return { outcome: "chosen", email: { address: meant, canonical: canonicalAddress(meant) } };
  return { outcome: "ask", suggestion: { typed: email.address, meant } };
}
