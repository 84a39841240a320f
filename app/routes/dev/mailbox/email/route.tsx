import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { orNotFound } from "#app/http/respond.server.ts";
import { formatDate, formatTime } from "#app/i18n/index.ts";
import { readMailbox } from "#app/mail/mailbox.server.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { useLocale, useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import { useLoaderData } from "#app/ui/remix.ts";
import styles from "#app/ui/styles/mailbox.css?url";

/** Shows an email: headers, links, HTML in a frame that may do nothing, and text. */
export async function loader({ params, context: { env, isLocalRequest } }: LoaderFunctionArgs) {
  const mail = orNotFound(isLocalRequest ? await readMailbox(env.mail.dir, params.id ?? "") : null);
  const { html: _html, ...view } = mail;
  return { ...view, links: [...new Set(mail.text.match(/https?:\/\/\S+/g))] };
}

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.subject} · Undersigned` }];

export default function Mail() {
  const mail = useLoaderData<typeof loader>();
  const { mailbox } = useWords().mail;
  const locale = useLocale();
  const to = useLocalizedPath();
  const html = `/dev/mailbox/${mail.id}/html`;
  const time = formatTime(locale, mail.writtenAt);
  return (
    <Page>
      <p className="eyebrow">
        <a href={to("/dev/mailbox")}>{mailbox.back}</a>
      </p>
      <h1 className="form">{mail.subject}</h1>
      <DefinitionList
        items={[
          { term: mailbox.to, detail: mail.to },
          { term: mailbox.from, detail: mail.from },
          ...(mail.replyTo ? [{ term: mailbox.replyTo, detail: mail.replyTo }] : []),
          { term: mailbox.written, detail: mailbox.at(formatDate(locale, mail.writtenAt), time) },
          ...(mail.attachments.length > 0
            ? [{ term: mailbox.attachments, detail: mail.attachments.join(", ") }]
            : []),
          { term: mailbox.messageId, detail: <span className="anywhere">{mail.messageId}</span> },
        ]}
      />
      <h2>{mailbox.links}</h2>
      <ul className="plain">
        {mail.links.map((link) => (
          <li key={link} className="anywhere">
            <a href={link}>{link}</a>
          </li>
        ))}
      </ul>
      <h2>{mailbox.asHtml}</h2>
      <iframe
        className="letter-frame"
        src={html}
        title={mail.subject}
        sandbox=""
        referrerPolicy="same-origin"
      />
      <p className="gap">
        <a href={html}>{mailbox.alone}</a>
      </p>
      <h2>{mailbox.asText}</h2>
      <pre className="source">{mail.text}</pre>
    </Page>
  );
}
