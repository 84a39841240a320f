import { atMost } from "#app/domain/campaign/wording.ts";
import { Button } from "#app/ui/button.tsx";
import { EditForm } from "#app/ui/editing/edit-form.tsx";
import { TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { wireFields } from "#app/ui/meetings/form-state.ts";
import type { Answer } from "./act.server.ts";
import type { ImprintPage } from "./load.server.ts";
import { ValueList } from "./organization-part.tsx";

/** Asks whom emails come from and where answers go. */
export function SenderPart({ page, answer }: { page: ImprintPage; answer: Answer | undefined }) {
  const { editing } = useWords();
  const { imprint: say } = editing;
  const { sender, site, imprint, mayManage, version } = page;
  const stored = {
    sender_name: sender.senderName ?? "",
    sender_address: sender.senderAddress ?? "",
    reply_to: sender.replyTo ?? "",
  };
  const wire = wireFields({ values: answer?.values ?? stored, errors: answer?.errors ?? [] }, editing.errors);
  const name = wire("sender_name", say.senderName, say.senderNameHint(site.name || site.address));
  const mail = { type: "email", autoCapitalize: "none", spellCheck: false, maxLength: 300 } as const;
  const address = wire(
    ...(["sender_address", say.senderAddress, say.senderAddressHint(site.domain, site.address)] as const),
  );
  const replyTo = wire("reply_to", say.replyTo, say.replyToHint(imprint.contactEmail));
  return (
    <section className="edit-part" aria-labelledby="sender">
      <h2 id="sender">{say.sender}</h2>
      <p className="muted">{say.senderText}</p>
      {mayManage ? (
        <EditForm key={answer ? "answered" : version}>
          <input type="hidden" name="version" value={version} />
          <TextInput {...name} maxLength={atMost.senderName} optional />
          <TextInput {...address} {...mail} optional />
          <TextInput {...replyTo} {...mail} optional />
          <p className="act-row">
            <Button name="intent" value="sender">
              {say.saveSender}
            </Button>
          </p>
        </EditForm>
      ) : (
        <ValueList rows={[name, address, replyTo].map(({ label, defaultValue }) => [label, defaultValue])} />
      )}
    </section>
  );
}
