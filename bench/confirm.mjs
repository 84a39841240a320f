// Confirming: posts the form of the confirmation page, once for each signature.
import { fire, inTurns, together } from "./load.mjs";

const confirmWithinDays = 7;

/**
 * Confirms so many signatures that wait, 16 at a time, after a fifth of them to warm up. In turns with it
 * `bare` answers as many: both together.
 */
export async function confirmAll({ stage, owner, web, amount, rounds, bare }) {
  const { makeKeys } = await stage.load("app/lib/keys.server.ts");
  const { createToken } = await stage.load("app/lib/token.server.ts");
  const { digestParts } = await stage.load("app/domain/entries/entry-digest.server.ts");
  const { agreedOnceConfirmed, signatureParts } = await stage.load(
    "app/domain/entries/signatures/signature-parts.ts",
  );
  const keys = makeKeys([stage.secret]);
  const waiting = await owner`
    select s.public_id as "publicId", s.signed_at as "signedAt", s.petition_version as "petitionVersion",
      s.comment, s.display, p.name, p.country, p.postal_code as "postalCode", p.email, p.locale,
      s.asked_consents::text[] as "askedConsents", s.asked_company_ids as "askedCompanyIds",
      k.target_id as "firstCompanyId",
      array(select purpose::text from consents c where c.supporter_id = p.id
        and c.campaign_id = s.campaign_id and c.revoked_at is null) as purposes,
      array(select company_id from consents c where c.supporter_id = p.id and c.campaign_id = s.campaign_id
        and c.purpose = 'deliver_to_company' and c.revoked_at is null order by company_id) as "nameTo"
    from signatures s join supporters p on p.id = s.supporter_id join campaigns k on k.id = s.campaign_id
    where s.state = 'pending' order by s.id desc limit ${amount}`;
  // A benchmark's crowd looks made by a program. Most real people are not on hold.
  await owner`delete from signature_reviews`;
  // A form that differs from its page is answered with 409, which ends the bench.
  const list = waiting.map(({ purposes, nameTo, ...signature }) => {
    const { publicId: subject, signedAt: issuedAt } = signature;
    const agreed = agreedOnceConfirmed({ purposes, nameTo }, signature);
    const expiresAt = new Date(issuedAt.getTime() + confirmWithinDays * 86_400_000);
    return {
      path: `/confirm/${createToken(keys, "confirm", { subject, issuedAt, expiresAt })}`,
      body: new URLSearchParams({ digest: digestParts(signatureParts(signature, agreed)) }).toString(),
    };
  });
  const form = "application/x-www-form-urlencoded";
  const headers = { origin: web.origin, "content-type": form, "x-forwarded-for": "{ip}" };
  const confirm = async (part) => {
    const from = stage.processorOf(web);
    const load = { path: "/confirm", method: "POST", headers, expect: 303, list: part, amount: part.length };
    return { ...(await fire(web, load)), all: stage.processorOf(web) - from };
  };
  await confirm(list.splice(0, Math.floor(list.length / 5)));
  const size = Math.ceil(list.length / rounds);
  const legs = await inTurns(
    rounds,
    () => confirm(list.splice(0, size)),
    () => bare(size),
  );
  return [together(legs.first), together(legs.second)];
}
