import { words } from "#app/i18n/index.ts";
import type { Letter, MailProps } from "./parts/letter.ts";
import { day, emailOf, timeOfDay } from "./parts/words.ts";

export type OrganizerInvitationProps = MailProps & {
  /** The inviter; null: the operator. */
  by: string | null;
  role: keyof ReturnType<typeof words>["organize"]["roles"];
  expiresAt: Date;
  invitationUrl: string;
};

/** Invites somebody to a campaign's console. */
export function organizerInvitation(props: OrganizerInvitationProps): Letter {
  const { locale, campaign, by, role, expiresAt, invitationUrl } = props;
  const { organize, organizerMail } = words(locale);
  const w = organizerMail.invitation;
  const until = `${day(locale, expiresAt)}, ${timeOfDay(locale, expiresAt)}`;
  return emailOf(props, w, [
    { kind: "paragraph", text: w.intro(by ?? w.operator, campaign.title, organize.roles[role]) },
    { kind: "paragraph", text: w.whatThen },
    { kind: "button", label: w.button, url: invitationUrl, note: w.buttonNote(until) },
    { kind: "paragraph", text: w.notYou },
  ]);
}
