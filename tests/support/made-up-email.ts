import { sql } from "drizzle-orm";
import { content, type Subject } from "#app/domain/outbox/content.server.ts";
import type { Letter } from "#emails/parts/letter.ts";

/** A content file and a template with its words, for an email that the product does not have. */
export const name = "signature-anniversary" as never;

const signature: Subject<{ confirmedAt: string }> = {
  joins: sql`join signatures g on g.id = d.signature_id`,
  columns: sql`g.confirmed_at as "confirmedAt"`,
};

export const anniversary = content({
  name,
  kind: "signature",
  to: "supporter",
  about: signature,
  outdated: sql`g.state <> 'confirmed'`,
  write(row, { url }) {
    const year = new Date(row.confirmedAt).getUTCFullYear();
    return { props: { locale: "en", who: row.name, year, manageUrl: url("/manage") } as never };
  },
});

type Props = { locale: "en"; who: string; year: number; manageUrl: string };

export const template = ({ locale, who, year, manageUrl }: Props): Letter => ({
  locale,
  subject: `You signed in ${year}`,
  preview: "Thank you.",
  heading: `Thank you, ${who}`,
  blocks: [
    { kind: "paragraph", text: `You have been with us since ${year}.` },
    { kind: "button", label: "See my signature", url: manageUrl },
  ],
  footer: { sender: [], reason: "You signed.", links: [] },
});
