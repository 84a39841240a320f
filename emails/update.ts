import type { Letter, MailProps } from "./parts/letter.ts";
import type { RichBlock } from "./parts/rich-text.ts";

export type UpdateProps = MailProps & {
  subject: string;
  blocks: RichBlock[];
  /** Of the reader. */
  name: string;
  /** The reader's own: can only unsubscribe, and never expires. */
  unsubscribeUrl: string;
  /** The page that asks for the address and mails a personal link: this mail is forwarded, so it holds none. */
  manageUrl: string;
  /** The page of this update; null where it is not published. */
  pageUrl: string | null;
};

export declare function update(props: UpdateProps): Letter;
